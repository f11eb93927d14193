package io.rpcidl.connection;

import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.ProtocolViolation;

/** The request bytes that the peer has in flight here (W-7.2), and their return in batches (W-7.10). */
final class RequestCredit {

    private final Core core;
    private final long limit;
    /** What is freed and not returned never keeps the peer from sending a largest message. */
    private final long batch;

    private long outstanding;
    private long freed;

    RequestCredit(Core core) {
        this.core = core;
        ConnectionLimits limits = core.settings.limits();
        limit = limits.requestBytes();
        long spare = limit - limits.largestMessage() - ConnectionLimits.CALL_COST;
        batch = Math.max(1, Math.min(limit / 4, spare));
    }

    long inFlight() {
        return outstanding - freed;
    }

    /** A CALL has come; one that is alone may cost more than there is. */
    void charge(long cost) {
        if (cost > limit - outstanding && outstanding > 0) {
            throw new ProtocolViolation(
                    Clauses.REQUEST_CREDIT,
                    "a call of " + cost + " bytes, " + (limit - outstanding) + " of " + limit
                            + " request bytes are left");
        }
        outstanding += cost;
    }

    /** The request's buffer is free again. */
    void release(long cost) {
        freed += cost;
        if (freed < batch || core.closed) {
            return;
        }
        FrameWriter out = core.output.writer();
        while (freed > 0) {
            int bytes = (int) Math.min(freed, Integer.MAX_VALUE);
            out.begin(FrameType.CREDIT, 0);
            out.buffer().u32(bytes);
            out.finish(0);
            freed -= bytes;
            outstanding -= bytes;
        }
    }
}
