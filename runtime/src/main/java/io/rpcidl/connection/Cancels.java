package io.rpcidl.connection;

import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.CancelReason;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * The CANCEL frames that this end owes. They keep to half the peer's budget (W-7.7), because its windows and ours don't
 * begin together; what is over waits, and is dropped when the call has ended meanwhile.
 */
final class Cancels {

    private static final int PER_WINDOW = 100;
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);

    private final Core core;
    private final OutgoingCalls calls;
    private final RateBudget budget = new RateBudget(PER_WINDOW, WINDOW);
    private final ArrayDeque<Owed> owed = new ArrayDeque<>();

    private record Owed(OutgoingCall call, CancelReason reason) {}

    Cancels(Core core, OutgoingCalls calls) {
        this.core = core;
        this.calls = calls;
    }

    void add(OutgoingCall call, CancelReason reason) {
        if (call.hadItems() && calls.open(call.id) != null) {
            reason.write(core.output.writer(), call.id); // not counted, so there is nothing to wait for
            return;
        }
        owed.add(new Owed(call, reason));
        send();
    }

    /** Sends what the budget allows. */
    void send() {
        while (!owed.isEmpty()) {
            Owed first = owed.element();
            if (calls.open(first.call().id) != null) {
                if (!budget.spend(core.now)) {
                    return;
                }
                first.reason().write(core.output.writer(), first.call().id);
                if (first.call().target.kind() == CallKind.ONEWAY) {
                    // Nothing answers a oneway call (W-6.2), so nothing else would ever remove it.
                    calls.forget(first.call());
                }
            }
            owed.remove();
        }
    }

    /** When the budget gives again, if somebody waits for it. */
    long nextTimer() {
        return owed.isEmpty() ? Long.MAX_VALUE : budget.renewedAt();
    }
}
