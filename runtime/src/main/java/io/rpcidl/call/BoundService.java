package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.connection.OfferedService;
import io.rpcidl.frame.SchemaHash;
import io.rpcidl.introspection.MethodSnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A service that a server offers, with its methods by number. */
public final class BoundService implements OfferedService {
    private final ServiceDescriptor service;
    /** Methods with numbers below this are found by index, without a box: a map took 7 % of a small call. */
    private static final int INDEXED = 256;

    private final @Nullable Offered[] indexed;
    private final Map<Integer, Offered> methods = new HashMap<>();

    /** A method of this server, with the counts of its calls here: the handler may serve other servers too. */
    record Offered(BoundMethod<?, ?> method, MethodCounters counters) {}

    /** The service with handlers for its methods. */
    public BoundService(ServiceDescriptor service, Collection<? extends BoundMethod<?, ?>> bound) {
        this.service = service;
        bound.forEach(method ->
                methods.put(method.method().number(), new Offered(method, new MethodCounters(method.method()))));
        int length = methods.keySet().stream()
                        .mapToInt(Integer::intValue)
                        .filter(number -> number >= 0 && number < INDEXED)
                        .max()
                        .orElse(-1)
                + 1;
        indexed = new Offered[length];
        for (int number = 0; number < length; number++) {
            indexed[number] = methods.get(number);
        }
    }

    @Nullable
    Offered method(int number) {
        return number >= 0 && number < indexed.length ? indexed[number] : methods.get(number);
    }

    /** What has become of the calls of each method, in the order of their numbers; any thread. */
    public List<MethodSnapshot> snapshot() {
        return service.methods().stream()
                .map(MethodDescriptor::number)
                .map(methods::get)
                .filter(Objects::nonNull)
                .map(offered -> offered.counters().snapshot())
                .toList();
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public SchemaHash hash() {
        return SchemaHash.NONE;
    }
}
