package io.rpcidl.call;

import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.connection.OfferedService;
import io.rpcidl.frame.SchemaHash;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service that a server offers, with its methods by number. */
public final class BoundService implements OfferedService {
    private final ServiceDescriptor service;
    private final Map<Integer, BoundMethod<?, ?>> methods = new HashMap<>();

    /** The service with handlers for its methods. */
    public BoundService(ServiceDescriptor service, Collection<? extends BoundMethod<?, ?>> bound) {
        this.service = service;
        bound.forEach(method -> methods.put(method.method().number(), method));
    }

    @Nullable
    BoundMethod<?, ?> method(int number) {
        return methods.get(number);
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
