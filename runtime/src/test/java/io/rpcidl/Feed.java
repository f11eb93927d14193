package io.rpcidl;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.ServiceDescriptor;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The test service with streams; handlers override what a test needs. */
interface Feed {
    String NAME = "test.v1.Feed";

    /** {@code number} items, numbered from 0, each with the text. */
    MethodDescriptor<Message, Message> COUNT = MethodDescriptor.unary(NAME, "count", 1)
            .parameters(Message.codec())
            .streamResult(Message.codec())
            .declares(1, Refused.class, Refused.codec())
            .build();

    /** The sum of the numbers and the number of items. */
    MethodDescriptor<Message, Message> SUM = MethodDescriptor.unary(NAME, "sum", 2)
            .parameters(Message.codec())
            .result(Codecs.result(Message.codec()))
            .streamRequest(Message.codec())
            .declares(1, Refused.class, Refused.codec())
            .build();

    /** Each item as it came. */
    MethodDescriptor<Message, Message> MIRROR = MethodDescriptor.unary(NAME, "mirror", 3)
            .parameters(Message.codec())
            .streamResult(Message.codec())
            .streamRequest(Message.codec())
            .build();

    ServiceDescriptor SERVICE = ServiceDescriptor.of(NAME, COUNT, SUM, MIRROR);

    default RpcStream<Message> count(Message how) throws Exception {
        return numbers(how.text(), how.number());
    }

    default Message sum(Message how, RpcStream<Message> items) throws Exception {
        long sum = 0;
        long count = 0;
        for (Message item = items.next(); item != null; item = items.next()) {
            sum += item.number();
            count++;
        }
        return new Message("" + sum, count);
    }

    default RpcStream<Message> mirror(Message how, RpcStream<Message> items) throws Exception {
        return items;
    }

    static ServiceBinding service(Feed handler) {
        return ServiceBinding.builder(SERVICE)
                .serverStream(COUNT, handler::count)
                .clientStream(SUM, handler::sum)
                .bidirectional(MIRROR, handler::mirror)
                .build();
    }

    /** The service in its asynchronous form. */
    interface Async {
        default Flow.Publisher<Message> count(Message how) {
            return new NumberPublisher(how.text(), how.number());
        }

        default CompletionStage<Message> sum(Message how, Flow.Publisher<Message> items) {
            Collector collector = new Collector(16);
            items.subscribe(collector);
            return collector
                    .all()
                    .thenApply(all -> new Message(
                            "" + all.stream().mapToLong(Message::number).sum(), all.size()));
        }

        default Flow.Publisher<Message> mirror(Message how, Flow.Publisher<Message> items) {
            return items;
        }

        static ServiceBinding service(Async handler) {
            return ServiceBinding.builder(SERVICE)
                    .serverStreamAsync(COUNT, handler::count)
                    .clientStreamAsync(SUM, handler::sum)
                    .bidirectionalAsync(MIRROR, handler::mirror)
                    .build();
        }
    }

    /** {@code count} messages, numbered from 0. */
    static RpcStream<Message> numbers(String text, long count) {
        return new RpcStream<>() {
            private long next;

            @Override
            public Message next() {
                return next < count ? new Message(text, next++) : null;
            }

            @Override
            public void close() {
                next = count;
            }
        };
    }
}
