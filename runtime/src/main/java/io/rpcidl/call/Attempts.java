package io.rpcidl.call;

import io.rpcidl.connection.CallFailure;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.value.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a call that has more than one attempt, or may have: which are under way, and what is known of the others.
 * Changed on the loop; read by who wants the result once the call has ended.
 */
final class Attempts {
    private final List<CarriedCall> underWay = new ArrayList<>(2);
    private CarriedCall latest;
    private int made = 1;
    private int moves;
    private Outcome worst = Outcome.NOT_EXECUTED;
    private @Nullable LoopTimer timer;
    private boolean ending;
    private boolean over;

    Attempts(ClientCall<?, ?> first) {
        latest = first;
        underWay.add(first);
    }

    /** The attempt that has ended the call, or was made last. */
    CarriedCall latest() {
        return latest;
    }

    int made() {
        return made;
    }

    /** How many attempts followed at once on one that no server has seen. */
    int moves() {
        return moves;
    }

    void moved() {
        moves++;
    }

    boolean over() {
        return over;
    }

    /** Whether the end is decided, and the attempts that are still under way are being given up. */
    boolean ending() {
        return ending;
    }

    void beginToEnd() {
        ending = true;
        waitNoLonger();
    }

    /** The attempts under way; a copy. */
    List<CarriedCall> underWay() {
        return List.copyOf(underWay);
    }

    boolean anyUnderWay() {
        return !underWay.isEmpty();
    }

    void started(CarriedCall attempt) {
        latest = attempt;
        made++;
        underWay.add(attempt);
    }

    void failed(CarriedCall attempt, Outcome outcome) {
        underWay.remove(attempt);
        worst = worst(outcome);
    }

    /** The call has ended, with {@code attempt}. */
    void end(CarriedCall attempt) {
        over = true;
        latest = attempt;
        underWay.remove(attempt);
        waitNoLonger();
    }

    void wait(LoopTimer until) {
        waitNoLonger();
        timer = until;
    }

    void waitNoLonger() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Any EXECUTED wins, then any MAYBE_EXECUTED; NOT_EXECUTED only if all are. */
    private Outcome worst(Outcome other) {
        return other.compareTo(worst) > 0 ? other : worst;
    }

    /** The last failure, with the outcome that all attempts together have. */
    CallFailure merged(CallFailure last) {
        if (worst == last.outcome()) {
            return last;
        }
        String earlier = worst == Outcome.EXECUTED ? "was executed" : "may have been executed";
        return new CallFailure(
                worst,
                last.code(),
                last.phase(),
                last.text() + "; another attempt " + earlier,
                last.transientFailure(),
                last.retryAfterMillis(),
                last.correlation());
    }
}
