package io.rpcidl.codec;

import io.rpcidl.value.Bytes;
import io.rpcidl.value.Values;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the runtime has to know about a service; generated code holds one in a constant. */
public final class ServiceDescriptor {

    /** Octets of a schema's hash. */
    public static final int HASH_SIZE = 16;

    private static final Bytes NO_HASH = Bytes.of(new byte[HASH_SIZE]);

    private final String name;
    private final Bytes schemaHash;
    private final List<MethodDescriptor<?, ?>> methods;

    private ServiceDescriptor(String name, Bytes schemaHash, List<MethodDescriptor<?, ?>> methods) {
        this.name = name;
        this.schemaHash = schemaHash;
        this.methods = methods;
        int last = 0;
        for (MethodDescriptor<?, ?> method : methods) {
            if (!method.service().equals(name) || method.number() <= last) {
                throw new IllegalArgumentException(
                        method + " must be a method of " + name + " and have a number above " + last);
            }
            last = method.number();
        }
    }

    /**
     * A service.
     *
     * @param name the full name, like {@code shop.orders.v1.Orders}
     * @param methods in ascending order of their numbers
     * @throws IllegalArgumentException if the order is another one, or a method belongs to another service
     */
    public static ServiceDescriptor of(String name, MethodDescriptor<?, ?>... methods) {
        return new ServiceDescriptor(name, NO_HASH, Values.list(Arrays.asList(methods), "methods"));
    }

    /** The full name, like {@code shop.orders.v1.Orders}. */
    public String name() {
        return name;
    }

    /** The hash of the service's schema, {@value #HASH_SIZE} octets; zeros say that there is none. */
    public Bytes schemaHash() {
        return schemaHash;
    }

    /** The methods, in ascending order of their numbers. */
    public List<MethodDescriptor<?, ?>> methods() {
        return methods;
    }

    /** The method with a number, or null when there is none. */
    public @Nullable MethodDescriptor<?, ?> method(int number) {
        int low = 0;
        int high = methods.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            MethodDescriptor<?, ?> method = methods.get(middle);
            if (method.number() == number) {
                return method;
            } else if (method.number() < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}
