package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A stream is asked for again while nothing of it was delivered, and a call with an upload never. */
class StreamRetryTest extends ChannelFixture {
    private static final String SERVER = "server:1";
    private static final MethodDescriptor<Message, Message> WATCH = MethodDescriptor.unary(Feed.NAME, "watch", 9)
            .modifier(Modifier.READONLY)
            .parameters(Message.codec())
            .streamResult(Message.codec())
            .build();

    /** As {@code Feed.SUM}, and with a modifier that would allow another attempt. */
    private static final MethodDescriptor<Message, Message> SUM = MethodDescriptor.unary(Feed.NAME, "sum", 2)
            .modifier(Modifier.READONLY)
            .parameters(Message.codec())
            .result(Codecs.result(Message.codec()))
            .streamRequest(Message.codec())
            .build();

    private int asked;

    /** Cuts the connection of the first call after so many items, and answers the second one. */
    private void serveCutting(int itemsBefore) {
        ServiceBinding binding = ServiceBinding.builder(ServiceDescriptor.of(Feed.NAME, WATCH))
                .serverStreamAsync(
                        WATCH,
                        message -> subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                            private final boolean first = ++asked == 1;
                            private int sent;

                            @Override
                            public void request(long count) {
                                for (long i = 0; i < count && sent < 3; i++) {
                                    if (first && sent == itemsBefore) {
                                        net.loop.schedule(net.loop.now() + 1_000_000, () -> net.cutSoon(SERVER));
                                        return;
                                    }
                                    subscriber.onNext(new Message("item", sent++));
                                }
                                if (sent == 3) {
                                    sent++;
                                    subscriber.onComplete();
                                }
                            }

                            @Override
                            public void cancel() {}
                        }))
                .build();
        serve(SERVER, binding);
    }

    /** Takes everything. */
    private static final class Taker implements Flow.Subscriber<Message> {
        private final List<Long> numbers = new ArrayList<>();
        private @Nullable Throwable failure;
        private boolean complete;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Message item) {
            numbers.add(item.number());
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
        }

        @Override
        public void onComplete() {
            complete = true;
        }
    }

    @Test
    void asksAgainForAStreamThatWasLostBeforeItsFirstItem() {
        serveCutting(0);
        Taker taker = new Taker();

        client(SERVER).serverStreamAsync(WATCH, HELLO, CallOptions.DEFAULT).subscribe(taker);
        advance(5_000);

        assertThat(taker.numbers).containsExactly(0L, 1L, 2L);
        assertThat(taker.complete).isTrue();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void doesNotAskAgainForAStreamThatHasBegun() {
        serveCutting(1);
        Taker taker = new Taker();

        client(SERVER).serverStreamAsync(WATCH, HELLO, CallOptions.DEFAULT).subscribe(taker);
        advance(5_000);

        assertThat(taker.numbers).containsExactly(0L);
        assertThat(taker.failure).isInstanceOfSatisfying(RpcException.class, failure -> {
            assertThat(failure.outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
            assertThat(failure.items()).isEqualTo(1);
            assertThat(failure.attempts()).isEqualTo(1);
        });
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void doesNotUploadAgain() {
        RpcServer server = serve(SERVER, Feed.Async.service(new Feed.Async() {}));
        RpcClient client = client(SERVER);
        try (SubmissionPublisher<Message> upload = new SubmissionPublisher<>(Runnable::run, 16)) {
            var call = client.clientStreamAsync(SUM, HELLO, upload, CallOptions.DEFAULT)
                    .toCompletableFuture();
            net.loop.run();
            upload.submit(HELLO);
            net.loop.run();

            net.cut(SERVER);
            advance(5_000);

            assertThat(failure(call).attempts()).isEqualTo(1);
        }
        close(server);
    }
}
