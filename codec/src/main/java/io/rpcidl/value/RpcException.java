package io.rpcidl.value;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call failed, and not with an error that its method declares. Its {@link #outcome()} says whether the handler ran; each
 * outcome has its own subclass, so that a caller can catch the one that it can act on.
 */
public abstract sealed class RpcException extends RuntimeException
        permits NotExecutedException, MaybeExecutedException, ExecutedException {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    RpcException(Failure failure, StackTrace stackTrace) {
        super(failure.message(), failure.cause(), true, stackTrace == StackTrace.FULL);
        this.failure = failure;
    }

    /** Whether an exception records where it was made. */
    public enum StackTrace {
        /** For failures that a person will look at. */
        FULL,
        /** For refusals under load, which must cost less than the call that they refuse. */
        NONE
    }

    /** The exception for the failure's outcome. */
    public static RpcException of(Failure failure) {
        return of(failure, StackTrace.FULL);
    }

    /** The exception for the failure's outcome, with or without a stack trace. */
    public static RpcException of(Failure failure, StackTrace stackTrace) {
        return switch (failure.outcome()) {
            case NOT_EXECUTED -> new NotExecutedException(failure, stackTrace);
            case MAYBE_EXECUTED -> new MaybeExecutedException(failure, stackTrace);
            case EXECUTED -> new ExecutedException(failure, stackTrace);
        };
    }

    /** All that is known about the failure. */
    public final Failure failure() {
        return failure;
    }

    /** Whether the handler ran. */
    public final Outcome outcome() {
        return failure.outcome();
    }

    /** Why the call failed. */
    public final RpcCode code() {
        return failure.code();
    }

    /** How far the call had come. */
    public final Phase phase() {
        return failure.phase();
    }

    /** The full name of the method, like {@code orders.v1.Orders.place}. */
    public final String method() {
        return failure.method();
    }

    /** The address of the other side, or null when there was none yet. */
    public final @Nullable String peer() {
        return failure.peer();
    }

    /** The id of the call on its connection, or 0 when it got none. */
    public final long callId() {
        return failure.callId();
    }

    /** How many attempts were made, at least 1. */
    public final int attempts() {
        return failure.attempts();
    }

    /** How many items of the server's stream were taken before it failed; 0 when there was none. */
    public final long items() {
        return failure.items();
    }

    /** Where the time went. */
    public final CallTimes times() {
        return failure.times();
    }

    /** Finds the failure in the server's log; 0 when there is none. */
    public final long correlationId() {
        return failure.correlationId();
    }

    /** Whether the same call may succeed a little later; whether to repeat it is safe is the outcome's business. */
    public final boolean transientFailure() {
        return failure.retry().transientFailure();
    }

    /** How long the server asks to wait before another attempt, or null when it does not say. */
    public final @Nullable Duration retryAfter() {
        return failure.retry().after();
    }
}
