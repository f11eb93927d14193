package io.rpcidl;

import io.rpcidl.value.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, as an interceptor sees it.
 *
 * @param outcome whether the handler ran: {@link Outcome#EXECUTED} also when it has returned or declared an error
 * @param failure what was thrown, or null when there is a result
 */
public record CallEnd(Outcome outcome, @Nullable Throwable failure) {
    /** Whether there is a result, or the stream has come to its end. */
    public boolean succeeded() {
        return failure == null && outcome == Outcome.EXECUTED;
    }
}
