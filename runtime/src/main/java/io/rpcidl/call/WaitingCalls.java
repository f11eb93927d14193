package io.rpcidl.call;

import io.rpcidl.connection.CallFailure;
import io.rpcidl.connection.OutgoingCall;
import io.rpcidl.value.Phase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The calls of a client that has no connection yet, in the order they were made; bounded, and only on the loop. */
final class WaitingCalls {
    private final int limit;
    private final ArrayDeque<ClientCall<?, ?>> calls = new ArrayDeque<>();
    private long earliestDeadline = OutgoingCall.NO_DEADLINE;

    WaitingCalls(int limit) {
        this.limit = limit;
    }

    /** Adds a call, or fails it when there is no room. */
    void add(ClientCall<?, ?> call) {
        if (calls.size() >= limit) {
            call.failed(Failures.queueFull(limit));
            return;
        }
        calls.add(call);
        earliestDeadline = Math.min(earliestDeadline, call.deadline());
    }

    /** When the first of the calls has to end; {@link OutgoingCall#NO_DEADLINE} when none has to. */
    long earliestDeadline() {
        return earliestDeadline;
    }

    /** Fails the calls whose deadline has passed. */
    void expire(long now) {
        if (earliestDeadline > now) {
            return;
        }
        List<ClientCall<?, ?>> expired = new ArrayList<>();
        calls.removeIf(call -> call.deadline() <= now && expired.add(call));
        earliestDeadline = calls.stream().mapToLong(ClientCall::deadline).min().orElse(OutgoingCall.NO_DEADLINE);
        expired.forEach(call -> call.failed(Failures.deadline(Phase.CONNECTING)));
    }

    /** Fails a call that was given up, when it is one of these. */
    void cancel(ClientCall<?, ?> call) {
        if (calls.remove(call)) {
            call.failed(Failures.cancelled(Phase.CONNECTING));
        }
    }

    void failAll(CallFailure failure) {
        takeAll(call -> call.failed(failure));
    }

    /** Hands every call to {@code taker} and keeps none. */
    void takeAll(Consumer<ClientCall<?, ?>> taker) {
        List<ClientCall<?, ?>> taken = List.copyOf(calls);
        calls.clear();
        earliestDeadline = OutgoingCall.NO_DEADLINE;
        taken.forEach(taker);
    }
}
