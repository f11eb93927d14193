package io.rpcidl.call;

import io.rpcidl.connection.ErrorReply;
import io.rpcidl.value.RpcCode;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls that have waited so long for a thread that to work on them is a waste: those whose remaining time is below
 * what the method has lately needed, and those that are older than the queue may be.
 *
 * <p>It can't latch: nothing is refused while no other call waits, one call in twenty passes anyway, and what a method needs
 * is forgotten by half each second in which it was not measured. Counts and times are rough, without locks.
 */
final class Admission {
    private static final long OLDEST = TimeUnit.SECONDS.toNanos(10);
    private static final long HALF_LIFE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_RETRY_MILLIS = 10_000;
    private static final int ONE_PASSES_IN = 20;

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger tooLate = new AtomicInteger();

    /** What one method has lately needed. */
    static final class ServiceTime {
        private volatile long nanos;
        private volatile long measuredAt;

        /** A handler has run so long; an eighth of each measurement counts. */
        void measured(long duration, long now) {
            long before = nanos;
            nanos = before == 0 ? duration : before + (duration - before) / 8;
            measuredAt = now;
        }

        /** What the next call will need, as far as anybody knows. */
        long estimate(long now) {
            long halves = Math.max(0, now - measuredAt) / HALF_LIFE;
            return halves >= Long.SIZE ? 0 : nanos >> halves;
        }
    }

    /** A call waits for a thread. */
    void queued() {
        waiting.incrementAndGet();
    }

    /** It waits no more: it was refused. */
    void left() {
        waiting.decrementAndGet();
    }

    /**
     * A call has got a thread: whether it is still worth it.
     *
     * @param age how long it has waited
     * @param remaining until its deadline
     * @return the refusal, or null
     */
    @Nullable
    ErrorReply refusal(long age, long remaining, ServiceTime needed, long now) {
        if (waiting.decrementAndGet() <= 0 || (age <= OLDEST && remaining >= needed.estimate(now))) {
            return null;
        }
        if (tooLate.incrementAndGet() % ONE_PASSES_IN == 0) {
            return null;
        }
        String text = age > OLDEST
                ? "the call has waited " + TimeUnit.NANOSECONDS.toMillis(age) + " ms for a thread of the server"
                : "the call has less time left than its method has lately needed";
        long retryAfter = Math.max(1, Math.min(TimeUnit.NANOSECONDS.toMillis(age), LONGEST_RETRY_MILLIS));
        return ErrorReply.passing(RpcCode.OVERLOADED, text).withRetryAfterMillis(retryAfter);
    }
}
