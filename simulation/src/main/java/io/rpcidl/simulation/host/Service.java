package io.rpcidl.simulation.host;

import io.rpcidl.ServiceBinding;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Empty;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import io.rpcidl.codec.ServiceDescriptor;

/** The service of the simulation, written by hand as the compiler would write it. */
final class Service {
    private static final String NAME = "simulation.v1.Service";

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

    private static final ServiceDescriptor DESCRIPTOR = ServiceDescriptor.of(NAME, QUICK, WORK, TELL);

    private Service() {}

    static ServiceBinding binding(Handlers handlers) {
        return ServiceBinding.builder(DESCRIPTOR)
                .blocking(QUICK, handlers::quick)
                .async(WORK, handlers::work)
                .blocking(TELL, handlers::tell)
                .build();
    }
}
