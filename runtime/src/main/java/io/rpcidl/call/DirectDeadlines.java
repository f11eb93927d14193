package io.rpcidl.call;

import io.rpcidl.transport.Loop;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends calls at their deadlines. A timer is set for the earliest one only, and looks around when it is due: so the many calls
 * that end in time, one after the other, cost a timer now and then.
 */
final class DirectDeadlines {
    private static final long NEVER = AnsweredCall.NO_DEADLINE;

    private final Loop loop;
    private final Collection<DirectCall<?, ?, ?>> calls;
    private final AtomicLong next = new AtomicLong(NEVER);

    /**
     * Deadlines of what is in {@code calls} by then.
     *
     * @param loop whose timers are used
     */
    DirectDeadlines(Loop loop, Collection<DirectCall<?, ?, ?>> calls) {
        this.loop = loop;
        this.calls = calls;
    }

    /**
     * Sees to it that somebody looks at {@code deadline}; any thread.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the loop is gone
     */
    void watch(long deadline) {
        long known = next.get();
        while (deadline < known) {
            if (next.compareAndSet(known, deadline)) {
                loop.execute(() -> loop.schedule(deadline, () -> due(deadline)));
                return;
            }
            known = next.get();
        }
    }

    private void due(long at) {
        next.compareAndSet(at, NEVER);
        long now = loop.now();
        long earliest = NEVER;
        for (DirectCall<?, ?, ?> call : calls) {
            if (call.deadline() <= now) {
                call.expire();
            } else if (!call.over()) {
                earliest = Math.min(earliest, call.deadline());
            }
        }
        if (earliest != NEVER) {
            watch(earliest);
        }
    }
}
