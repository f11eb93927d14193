package io.rpcidl.codec;

import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that the runtime has to know about a method; generated code holds one in a constant for each method.
 *
 * @param <Q> the parameters, without a stream
 * @param <R> the result, or an item of the stream that comes back
 */
public final class MethodDescriptor<Q, R extends @Nullable Object> {

    private final String service;
    private final String name;
    private final int number;
    private final Modifier modifier;
    private final MethodDeadline deadline;
    private final StructCodec<Q> parameters;
    private final StructCodec<R> result;
    private final boolean streamsResult;
    private final @Nullable StructCodec<?> requestItem;
    private final List<ErrorDescriptor<?>> errors;

    private MethodDescriptor(Builder<Q, R> builder) {
        service = builder.service;
        name = builder.name;
        number = builder.number;
        modifier = builder.modifier;
        deadline = builder.deadline;
        parameters = builder.parameters;
        result = builder.result;
        streamsResult = builder.streamsResult;
        requestItem = builder.requestItem;
        errors = Values.list(builder.errors, "errors");
    }

    /**
     * Starts a method without parameters that returns nothing.
     *
     * @param service the full name, like {@code shop.orders.v1.Orders}
     * @param number of the method in its service, 1 to 65,535
     */
    public static Builder<Empty, @Nullable Void> unary(String service, String name, int number) {
        return new Builder<>(service, name, number, Codecs.EMPTY, Codecs.NOTHING);
    }

    /** The full name of the service, like {@code shop.orders.v1.Orders}. */
    public String service() {
        return service;
    }

    /** The name in its service, like {@code place}. */
    public String name() {
        return name;
    }

    /** The name that messages show, like {@code shop.orders.v1.Orders.place}. */
    public String fullName() {
        return service + "." + name;
    }

    /** The number on the wire, 1 to 65,535. */
    public int number() {
        return number;
    }

    public Modifier modifier() {
        return modifier;
    }

    public MethodDeadline deadline() {
        return deadline;
    }

    public StructCodec<Q> parameters() {
        return parameters;
    }

    /** The result, or each item of the stream that comes back. */
    public StructCodec<R> result() {
        return result;
    }

    /** Whether the server answers with a stream. */
    public boolean streamsResult() {
        return streamsResult;
    }

    /** Each item of the stream that the client sends, or null when it sends none. */
    public @Nullable StructCodec<?> requestItem() {
        return requestItem;
    }

    /** Whether the client sends a stream. */
    public boolean streamsRequest() {
        return requestItem != null;
    }

    /** Whether either side sends a stream. */
    public boolean streams() {
        return streamsResult || streamsRequest();
    }

    /** The declared errors, in ascending order of their numbers. */
    public List<ErrorDescriptor<?>> errors() {
        return errors;
    }

    /** The declared error with a number, or null when the method declares none. */
    public @Nullable ErrorDescriptor<?> error(int errorNumber) {
        for (ErrorDescriptor<?> error : errors) {
            if (error.number() == errorNumber) {
                return error;
            }
        }
        return null;
    }

    /** The declared error that an exception is, or null when the method does not declare it. */
    public @Nullable ErrorDescriptor<?> errorOf(Throwable exception) {
        for (ErrorDescriptor<?> error : errors) {
            if (error.describes(exception)) {
                return error;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return fullName();
    }

    static void checkNumber(int number, String what) {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException("the number of " + what + " must be 1 to 65,535, but is " + number);
        }
    }

    /** Collects a method. */
    public static final class Builder<Q, R extends @Nullable Object> {

        private final String service;
        private final String name;
        private final int number;
        private Modifier modifier = Modifier.NONE;
        private MethodDeadline deadline = MethodDeadline.UNSTATED;
        private final StructCodec<Q> parameters;
        private final StructCodec<R> result;
        private boolean streamsResult;
        private @Nullable StructCodec<?> requestItem;
        private final List<ErrorDescriptor<?>> errors = new ArrayList<>();

        private Builder(String service, String name, int number, StructCodec<Q> parameters, StructCodec<R> result) {
            this.service = service;
            this.name = name;
            this.number = number;
            this.parameters = Objects.requireNonNull(parameters, "parameters");
            this.result = Objects.requireNonNull(result, "result");
            checkNumber(number, "a method");
        }

        /** All that was said of the method so far, but with these codecs. */
        private <P, S extends @Nullable Object> Builder<P, S> with(
                StructCodec<P> otherParameters, StructCodec<S> otherResult) {
            Builder<P, S> other = new Builder<>(service, name, number, otherParameters, otherResult);
            other.modifier = modifier;
            other.deadline = deadline;
            other.streamsResult = streamsResult;
            other.requestItem = requestItem;
            other.errors.addAll(errors);
            return other;
        }

        /** What the author promises; {@link Modifier#NONE} unless stated. */
        public Builder<Q, R> modifier(Modifier modifier) {
            this.modifier = modifier;
            return this;
        }

        /** How long a call may take. */
        public Builder<Q, R> deadline(Duration deadline) {
            this.deadline = new MethodDeadline.After(deadline);
            return this;
        }

        /** A call may take as long as it likes. */
        public Builder<Q, R> withoutDeadline() {
            this.deadline = MethodDeadline.NONE;
            return this;
        }

        /** The method has parameters; continue with the builder that this returns. */
        public <P> Builder<P, R> parameters(StructCodec<P> codec) {
            return with(codec, result);
        }

        /** The method returns something; continue with the builder that this returns. */
        public <S extends @Nullable Object> Builder<Q, S> result(StructCodec<S> codec) {
            return with(parameters, codec);
        }

        /** The server answers with a stream of such items instead of one result; continue with the builder that this returns. */
        public <S> Builder<Q, S> streamResult(StructCodec<S> item) {
            Builder<Q, S> streaming = with(parameters, item);
            streaming.streamsResult = true;
            return streaming;
        }

        /** The client sends a stream of such items behind the parameters. */
        public Builder<Q, R> streamRequest(StructCodec<?> item) {
            this.requestItem = item;
            return this;
        }

        /**
         * The method declares an error; numbers ascend.
         *
         * @throws IllegalArgumentException if the number is not above that of the last one
         */
        public <E extends DeclaredErrorException> Builder<Q, R> declares(
                int errorNumber, Class<E> type, StructCodec<E> codec) {
            if (!errors.isEmpty() && errors.get(errors.size() - 1).number() >= errorNumber) {
                throw new IllegalArgumentException("declared errors of " + name + " must have ascending numbers");
            }
            errors.add(new ErrorDescriptor<>(errorNumber, type, codec));
            return this;
        }

        /** The method. */
        public MethodDescriptor<Q, R> build() {
            return new MethodDescriptor<>(this);
        }
    }
}
