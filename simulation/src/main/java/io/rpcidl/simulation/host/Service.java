package io.rpcidl.simulation.host;

import io.rpcidl.ServiceBinding;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Empty;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.simulation.audit.Callbacks;

/** The service of the simulation, written by hand as the compiler would write it. */
final class Service {
    private static final String NAME = "simulation.v1.Service";
    private static final int BACK_SIZE = 10;

    /** Answers at once. */
    static final MethodDescriptor<Packet, Packet> QUICK = MethodDescriptor.unary(NAME, "quick", 1)
            .parameters(Packet.codec())
            .result(Codecs.result(Packet.codec()))
            .declares(1, Refusal.class, Refusal.codec())
            .build();

    /** Answers later. */
    static final MethodDescriptor<Packet, Packet> WORK = MethodDescriptor.unary(NAME, "work", 2)
            .parameters(Packet.codec())
            .result(Codecs.result(Packet.codec()))
            .declares(1, Refusal.class, Refusal.codec())
            .build();

    /** Answers nothing. */
    static final MethodDescriptor<Packet, Empty> TELL = MethodDescriptor.unary(NAME, "tell", 3)
            .modifier(Modifier.ONEWAY)
            .parameters(Packet.codec())
            .result(Codecs.EMPTY)
            .build();

    /** Gives items. */
    static final MethodDescriptor<Packet, Packet> GIVE = MethodDescriptor.unary(NAME, "give", 4)
            .parameters(Packet.codec())
            .streamResult(Packet.codec())
            .declares(1, Refusal.class, Refusal.codec())
            .build();

    /** Takes items and answers. */
    static final MethodDescriptor<Packet, Packet> SEND = MethodDescriptor.unary(NAME, "send", 5)
            .parameters(Packet.codec())
            .result(Codecs.result(Packet.codec()))
            .streamRequest(Packet.codec())
            .declares(1, Refusal.class, Refusal.codec())
            .build();

    /** Takes items and gives items. */
    static final MethodDescriptor<Packet, Packet> EXCHANGE = MethodDescriptor.unary(NAME, "exchange", 6)
            .parameters(Packet.codec())
            .streamResult(Packet.codec())
            .streamRequest(Packet.codec())
            .declares(1, Refusal.class, Refusal.codec())
            .build();

    /** Calls its caller, and answers behind that. */
    static final MethodDescriptor<Packet, Packet> RELAY = MethodDescriptor.unary(NAME, "relay", 7)
            .parameters(Packet.codec())
            .result(Codecs.result(Packet.codec()))
            .declares(1, Refusal.class, Refusal.codec())
            .build();

    /** Answers later, and changes nothing. */
    static final MethodDescriptor<Packet, Packet> READ = MethodDescriptor.unary(NAME, "read", 8)
            .modifier(Modifier.READONLY)
            .parameters(Packet.codec())
            .result(Codecs.result(Packet.codec()))
            .declares(1, Refusal.class, Refusal.codec())
            .build();

    /** Answers later, and may be called again. */
    static final MethodDescriptor<Packet, Packet> STORE = MethodDescriptor.unary(NAME, "store", 9)
            .modifier(Modifier.IDEMPOTENT)
            .parameters(Packet.codec())
            .result(Codecs.result(Packet.codec()))
            .declares(1, Refusal.class, Refusal.codec())
            .build();

    private static final String CALLER = "simulation.v1.Caller";

    /** What a caller offers to the handlers that it calls. */
    static final MethodDescriptor<Packet, Packet> BACK = MethodDescriptor.unary(CALLER, "back", 1)
            .parameters(Packet.codec())
            .result(Codecs.result(Packet.codec()))
            .build();

    private static final ServiceDescriptor DESCRIPTOR =
            ServiceDescriptor.of(NAME, QUICK, WORK, TELL, GIVE, SEND, EXCHANGE, RELAY, READ, STORE);

    private Service() {}

    /** Whether this is what a caller answers to the call back of an operation. */
    static boolean answersBack(int operation, Packet answer) {
        return answer.equals(Packet.answer(operation, BACK_SIZE));
    }

    static ServiceBinding binding(Handlers handlers, StreamHandlers streams) {
        return ServiceBinding.builder(DESCRIPTOR)
                .blocking(QUICK, handlers::quick)
                .async(WORK, handlers::work)
                .async(READ, handlers::work)
                .async(STORE, handlers::work)
                .async(RELAY, handlers::relay)
                .blocking(TELL, handlers::tell)
                .serverStreamAsync(GIVE, streams::give)
                .clientStreamAsync(SEND, streams::send)
                .bidirectionalAsync(EXCHANGE, streams::exchange)
                .build();
    }

    /** The service of a caller, which answers at once. */
    static ServiceBinding caller(Callbacks callbacks) {
        return ServiceBinding.builder(ServiceDescriptor.of(CALLER, BACK))
                .blocking(BACK, request -> {
                    callbacks.handled((int) request.operation());
                    return Packet.answer((int) request.operation(), BACK_SIZE);
                })
                .build();
    }
}
