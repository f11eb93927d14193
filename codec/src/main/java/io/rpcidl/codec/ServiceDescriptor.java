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

    private final String name;
    private final EmbeddedSchema schema;
    private final List<MethodDescriptor<?, ?>> methods;

    private ServiceDescriptor(String name, EmbeddedSchema schema, List<MethodDescriptor<?, ?>> methods) {
        this.name = name;
        this.schema = schema;
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
     * A service of which no schema is known.
     *
     * @param name the full name, like {@code shop.orders.v1.Orders}
     * @param methods in ascending order of their numbers
     * @throws IllegalArgumentException if the order is another one, or a method belongs to another service
     */
    public static ServiceDescriptor of(String name, MethodDescriptor<?, ?>... methods) {
        return of(name, EmbeddedSchema.NONE, methods);
    }

    /**
     * A service with its schema.
     *
     * @param name the full name, like {@code shop.orders.v1.Orders}
     * @param methods in ascending order of their numbers
     * @throws IllegalArgumentException if the order is another one, or a method belongs to another service
     */
    public static ServiceDescriptor of(String name, EmbeddedSchema schema, MethodDescriptor<?, ?>... methods) {
        return new ServiceDescriptor(name, schema, Values.list(Arrays.asList(methods), "methods"));
    }

    /** The full name, like {@code shop.orders.v1.Orders}. */
    public String name() {
        return name;
    }

    /** The hash of the service's schema, {@value #HASH_SIZE} octets; zeros say that there is none. */
    public Bytes schemaHash() {
        return schema.hash();
    }

    /**
     * The octets of a descriptor of the service and of all it reaches, which {@code SchemaDescriptors} of the module
     * {@code io.rpcidl.schema} reads; none when no schema is known. They are decoded whenever they are asked for, and not kept.
     */
    public Bytes schema() {
        return schema.descriptor();
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
