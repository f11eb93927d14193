package io.rpcidl.transport.netty;

import io.rpcidl.value.Printable;
import java.util.concurrent.TimeUnit;

/** Tells of handshakes that have failed, a few times a minute: peers decide how many there are. */
final class HandshakeLog {
    private static final System.Logger LOG = System.getLogger(HandshakeLog.class.getName());
    private static final int LINES = 10;
    private static final long PERIOD_NANOS = TimeUnit.MINUTES.toNanos(1);

    private long periodStart;
    private int lines;
    private long leftOut;

    /** A handshake with {@code peer} failed at {@code now}. Any thread. */
    synchronized void failed(long now, String peer, Exception failure) {
        if (lines == 0 || now - periodStart >= PERIOD_NANOS) {
            periodStart = now;
            lines = 0;
        }
        if (lines >= LINES) {
            leftOut++;
            return;
        }
        lines++;
        String more = leftOut == 0 ? "" : " (" + leftOut + " lines like this were left out)";
        leftOut = 0;
        LOG.log(
                System.Logger.Level.WARNING,
                "no TLS with " + Printable.text(peer) + ": " + Printable.text(String.valueOf(failure.getMessage()))
                        + more);
    }
}
