package io.rpcidl.call;

import io.rpcidl.value.Printable;
import java.util.concurrent.TimeUnit;

/**
 * Writes what peers do wrong to the log, a few lines a minute: a peer must not be able to fill the disk.
 *
 * <p>Lines that are left out are counted, and the next line that is written tells the count.
 */
final class RateLimitedLog {
    private static final int LINES = 10;
    private static final long PERIOD_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final System.Logger log;
    private long periodStart;
    private int lines;
    private long leftOut;

    RateLimitedLog(System.Logger log) {
        this.log = log;
    }

    /** Writes one line, escaped and cut, unless the minute's lines are used up. */
    synchronized void warn(long now, String line) {
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
        log.log(System.Logger.Level.WARNING, Printable.text(line) + more);
    }
}
