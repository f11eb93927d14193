package io.rpcidl.value;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a call that failed; an {@link RpcException} carries one.
 *
 * @param outcome whether the handler ran
 * @param code why the call failed
 * @param phase how far it had come
 * @param method the full name, like {@code orders.v1.Orders.place}
 * @param detail one line that says what happened, for people
 * @param peer the address of the other side, or null when there was none yet
 * @param callId the id on its connection, or 0 when it got none
 * @param attempts how many attempts were made, at least 1
 * @param items how many items of the server's stream this side's application has taken
 * @param times where the time went
 * @param correlationId finds the failure in the server's log, or 0 when there is none
 * @param retry whether and when another attempt is useful
 * @param cause what happened on this side, or null
 */
public record Failure(
        Outcome outcome,
        RpcCode code,
        Phase phase,
        String method,
        String detail,
        @Nullable String peer,
        long callId,
        int attempts,
        long items,
        CallTimes times,
        long correlationId,
        Retry retry,
        @Nullable Throwable cause) {

    /** The most characters of a detail; what comes from a peer takes fewer. */
    private static final int LONGEST_DETAIL = 512;

    public Failure {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(retry, "retry");
        method = Printable.text(method);
        detail = Printable.text(detail, LONGEST_DETAIL);
        if (attempts < 1) {
            throw new IllegalArgumentException("a failed call has made at least one attempt");
        }
    }

    /**
     * Whether another attempt is useful; the outcome says whether it is safe.
     *
     * @param transientFailure the same call may succeed a little later
     * @param after how long the server asks to wait first, or null when it does not say
     */
    public record Retry(boolean transientFailure, @Nullable Duration after) {

        /** Another attempt is of no use. */
        public static final Retry USELESS = new Retry(false, null);

        /** Another attempt is useful, at any time. */
        public static final Retry USEFUL = new Retry(true, null);
    }

    /** A builder for a failure of the method with this full name. */
    public static Builder of(Outcome outcome, RpcCode code, Phase phase, String method) {
        return new Builder(outcome, code, phase, method);
    }

    /** A builder that starts with everything that is in this failure. */
    public Builder toBuilder() {
        Builder builder = new Builder(outcome, code, phase, method);
        builder.detail = detail;
        builder.peer = peer;
        builder.callId = callId;
        builder.attempts = attempts;
        builder.items = items;
        builder.times = times;
        builder.correlationId = correlationId;
        builder.retry = retry;
        builder.cause = cause;
        return builder;
    }

    /** The sentence that the exception shows. */
    String message() {
        StringBuilder text = new StringBuilder(method).append(' ').append(outcome.words());
        if (!detail.isEmpty()) {
            text.append(": ").append(detail);
        }
        text.append(" [").append(code).append(", ").append(phase);
        if (peer != null) {
            text.append(", peer ").append(Printable.text(peer));
        }
        if (callId != 0) {
            text.append(", call ").append(callId);
        }
        if (attempts > 1) {
            text.append(", ").append(attempts).append(" attempts");
        }
        if (items > 0) {
            text.append(", after ").append(items).append(items == 1 ? " item" : " items");
        }
        if (correlationId != 0) {
            text.append(", correlation id ").append(Long.toHexString(correlationId));
        }
        appendTime(text, "connecting", times.connectNanos());
        appendTime(text, "waiting to be sent", times.waitNanos());
        appendTime(text, "in the server's queue", times.queueNanos());
        appendTime(text, "in the handler", times.handlerNanos());
        appendTime(text, "on the way", times.transferNanos());
        appendTime(text, "in all", times.totalNanos());
        return text.append(']').toString();
    }

    private static void appendTime(StringBuilder text, String where, long nanos) {
        if (nanos != CallTimes.UNKNOWN) {
            text.append(", ").append(nanos / 1_000).append(" µs ").append(where);
        }
    }

    /** Collects a failure; everything but the four arguments of its creation has a default. */
    public static final class Builder {

        private final Outcome outcome;
        private final RpcCode code;
        private final Phase phase;
        private final String method;
        private String detail = "";
        private @Nullable String peer;
        private long callId;
        private int attempts = 1;
        private long items;
        private CallTimes times = CallTimes.NONE;
        private long correlationId;
        private Retry retry = Retry.USELESS;
        private @Nullable Throwable cause;

        private Builder(Outcome outcome, RpcCode code, Phase phase, String method) {
            this.outcome = outcome;
            this.code = code;
            this.phase = phase;
            this.method = method;
        }

        public Builder detail(String detail) {
            this.detail = detail;
            return this;
        }

        public Builder peer(@Nullable String peer) {
            this.peer = peer;
            return this;
        }

        public Builder callId(long callId) {
            this.callId = callId;
            return this;
        }

        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        public Builder items(long items) {
            this.items = items;
            return this;
        }

        public Builder times(CallTimes times) {
            this.times = times;
            return this;
        }

        public Builder correlationId(long correlationId) {
            this.correlationId = correlationId;
            return this;
        }

        public Builder retry(Retry retry) {
            this.retry = retry;
            return this;
        }

        public Builder cause(@Nullable Throwable cause) {
            this.cause = cause;
            return this;
        }

        public Failure build() {
            return new Failure(
                    outcome,
                    code,
                    phase,
                    method,
                    detail,
                    peer,
                    callId,
                    attempts,
                    items,
                    times,
                    correlationId,
                    retry,
                    cause);
        }
    }
}
