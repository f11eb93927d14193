package io.rpcidl.compiler.model;

import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method of a service.
 *
 * @param number 1 to 65,535
 * @param parameters without the stream
 * @param streamParameter the {@code stream<T>} that stands last, or null
 * @param result what one answer holds
 * @param errors in the order of declaration
 */
public record Method(
        int number,
        String name,
        Modifier modifier,
        List<Field> parameters,
        @Nullable StreamParameter streamParameter,
        Result result,
        List<Raised> errors,
        Deadline deadline,
        String documentation,
        Span span,
        @Nullable String deprecation) {

    public Method {
        parameters = List.copyOf(parameters);
        errors = List.copyOf(errors);
    }

    /** Whether either side sends a stream. */
    public boolean streams() {
        return streamParameter != null || result.stream();
    }

    /** What the author promises. */
    public enum Modifier {
        /** Nothing: the method is at-most-once. */
        NONE,
        /** No effect at all. */
        READONLY,
        /** Many executions have the effect of one. */
        IDEMPOTENT,
        /** No answer is wanted. */
        ONEWAY
    }

    /** {@code stream<Order> orders}. */
    public record StreamParameter(String name, Type item) {}

    /**
     * What comes back.
     *
     * @param type of the result or of one item of the stream, null for {@code void}
     * @param optional {@code T?}
     * @param stream {@code stream<T>}
     */
    public record Result(@Nullable Type type, boolean optional, boolean stream) {}

    /** {@code throws 1: NoSuchOrder}. */
    public record Raised(int number, QualifiedName error) {}

    /** The sealed choice of a deadline: not stated, stated, or none at all. */
    public sealed interface Deadline {
        /** {@code @deadline} is not there: the toolkit's default holds for unary calls. */
        record Unstated() implements Deadline {}

        /** {@code @deadline(none)}. */
        record None() implements Deadline {}

        /** {@code @deadline(2s)}. */
        record After(java.time.Duration duration) implements Deadline {}
    }
}
