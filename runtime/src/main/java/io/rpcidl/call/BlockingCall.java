package io.rpcidl.call;

import io.rpcidl.value.DeclaredErrorException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A call whose caller waits for the result. */
final class BlockingCall<Q, R extends @Nullable Object> extends ClientCall<Q, R> {
    private final Thread caller = Thread.currentThread();
    private volatile boolean ended;

    BlockingCall(PreparedCall<Q, R> prepared, CallCarrier carrier) {
        super(prepared, carrier);
    }

    @Override
    void ended() {
        ended = true;
        LockSupport.unpark(caller);
    }

    /**
     * Waits, on the thread that made the call, until it has ended.
     *
     * <p>An interrupt gives the call up; the end follows at once, with the outcome that is known by then, and the thread's
     * flag is set again.
     */
    R await() throws DeclaredErrorException {
        boolean interrupted = false;
        while (!ended) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                if (!interrupted) {
                    cancel(GivenUp.NOW);
                }
                interrupted = true;
            }
        }
        if (interrupted) {
            caller.interrupt();
        }
        return result();
    }
}
