package io.rpcidl;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Empty;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import io.rpcidl.codec.ServiceDescriptor;
import java.util.concurrent.CompletionStage;

/** The test service; handlers override what a test needs. */
interface Echo {
    String NAME = "test.v1.Echo";

    MethodDescriptor<Message, Message> ECHO = MethodDescriptor.unary(NAME, "echo", 1)
            .modifier(Modifier.READONLY)
            .parameters(Message.codec())
            .result(Codecs.result(Message.codec()))
            .build();

    MethodDescriptor<Message, Empty> NOTE = MethodDescriptor.unary(NAME, "note", 2)
            .modifier(Modifier.ONEWAY)
            .parameters(Message.codec())
            .result(Codecs.EMPTY)
            .build();

    MethodDescriptor<Message, Message> REFUSE = MethodDescriptor.unary(NAME, "refuse", 3)
            .parameters(Message.codec())
            .result(Codecs.result(Message.codec()))
            .declares(1, Refused.class, Refused.codec())
            .build();

    MethodDescriptor<Message, Message> WORK = MethodDescriptor.unary(NAME, "work", 4)
            .parameters(Message.codec())
            .result(Codecs.result(Message.codec()))
            .build();

    MethodDescriptor<Empty, Empty> PING = MethodDescriptor.unary(NAME, "ping", 5)
            .parameters(Codecs.EMPTY)
            .result(Codecs.EMPTY)
            .build();

    ServiceDescriptor SERVICE = ServiceDescriptor.of(NAME, ECHO, NOTE, REFUSE, WORK, PING);

    default Message echo(Message message) throws Exception {
        return message;
    }

    default void note(Message message) throws Exception {}

    default Message refuse(Message message) throws Exception {
        throw new Refused(message.text());
    }

    default Message work(Message message) throws Exception {
        return message;
    }

    static ServiceBinding service(Echo handler) {
        return ServiceBinding.builder(SERVICE)
                .blocking(ECHO, handler::echo)
                .blocking(NOTE, message -> {
                    handler.note(message);
                    return Empty.INSTANCE;
                })
                .blocking(REFUSE, handler::refuse)
                .blocking(WORK, handler::work)
                .blocking(PING, nothing -> nothing)
                .build();
    }

    /** The service whose {@code work} and {@code echo} complete when {@code handler}'s stage does. */
    static ServiceBinding async(ServiceBinding.Handler<Message, CompletionStage<Message>> handler) {
        return ServiceBinding.builder(SERVICE)
                .async(ECHO, handler::handle)
                .blocking(NOTE, message -> Empty.INSTANCE)
                .async(REFUSE, handler::handle)
                .async(WORK, handler::handle)
                .blocking(PING, nothing -> nothing)
                .build();
    }
}
