package io.rpcidl.call;

import io.rpcidl.connection.CallFailure;
import io.rpcidl.connection.OutgoingCall;
import io.rpcidl.transport.Loop;
import io.rpcidl.value.Phase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The calls of a client that has no connection yet, in the order they were made; bounded, and only on the loop. */
final class WaitingCalls {
    private final int limit;
    private final Loop loop;
    private final Reachability way;
    private final Alarm expiry;
    private final ArrayDeque<CarriedCall> calls = new ArrayDeque<>();
    private long earliestDeadline = OutgoingCall.NO_DEADLINE;

    WaitingCalls(int limit, Loop loop, Reachability way) {
        this.limit = limit;
        this.loop = loop;
        this.way = way;
        this.expiry = new Alarm(loop, this::expire);
    }

    int size() {
        return calls.size();
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Adds a call, or fails it when there is no room. */
    void add(CarriedCall call) {
        if (calls.size() >= limit) {
            call.refuse(Failures.queueFull(limit));
            return;
        }
        calls.add(call);
        earliestDeadline = Math.min(earliestDeadline, call.deadline());
    }

    /** Sees to it that each call ends when its deadline passes; behind whatever has added some. */
    void setExpiry() {
        expiry.setNoLaterThan(earliestDeadline);
    }

    private void expire() {
        long now = loop.now();
        if (earliestDeadline <= now) {
            CallFailure failure = way.deadlinePassed();
            remove(call -> call.deadline() <= now).forEach(call -> call.refuse(failure));
        }
        setExpiry();
    }

    /** Fails a call that was given up, when it is one of these. */
    void cancel(CarriedCall call) {
        if (calls.remove(call)) {
            call.refuse(Failures.cancelled(Phase.CONNECTING));
        }
    }

    /** Fails the calls that do not want to wait any longer. */
    void refuseImpatient(CallFailure failure) {
        remove(call -> !call.patient()).forEach(call -> call.refuse(failure));
    }

    /** Fails all of them, for no other will come. */
    void refuseAll(CallFailure failure) {
        expiry.cancel(); // else it would keep the client in memory until the last deadline of a call
        takeAll(call -> call.refuse(failure));
    }

    /** Hands every call to {@code taker} and keeps none. */
    void takeAll(Consumer<CarriedCall> taker) {
        List<CarriedCall> taken = List.copyOf(calls);
        calls.clear();
        earliestDeadline = OutgoingCall.NO_DEADLINE;
        taken.forEach(taker);
    }

    private List<CarriedCall> remove(Predicate<CarriedCall> which) {
        List<CarriedCall> removed = new ArrayList<>();
        calls.removeIf(call -> which.test(call) && removed.add(call));
        earliestDeadline = calls.stream().mapToLong(CarriedCall::deadline).min().orElse(OutgoingCall.NO_DEADLINE);
        return removed;
    }
}
