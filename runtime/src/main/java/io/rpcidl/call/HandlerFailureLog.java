package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.Printable;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Writes what handlers throw and do not declare to the server's log, the only place where the details may stand. */
final class HandlerFailureLog {
    private static final int MOST_CAUSES = 8;
    private static final int MOST_FRAMES = 64;

    private final System.Logger log;
    private final LongSupplier correlationIds;

    HandlerFailureLog(System.Logger log, LongSupplier correlationIds) {
        this.log = log;
        this.correlationIds = correlationIds;
    }

    /** Writes the failure and returns the number under which it stands in the log. */
    long undeclared(MethodDescriptor<?, ?> method, String peer, long callId, Throwable failure) {
        long correlation = correlationIds.getAsLong();
        String head = "the handler of " + method.fullName() + " failed, correlation id " + Long.toHexString(correlation)
                + ", peer " + Printable.text(peer) + ", call " + callId;
        String description;
        try {
            description = describe(failure);
        } catch (RuntimeException | Error faulty) { // its methods are the application's; the call must end all the same
            description =
                    "; its failure can't be described: " + failure.getClass().getName();
        }
        log.log(System.Logger.Level.ERROR, head + description);
        return correlation;
    }

    /**
     * The failure with its causes and frames. The messages are escaped, since they may quote what a peer has sent; so the
     * logger can't be given the exception itself.
     */
    private static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable current = failure;
        for (int causes = 0; current != null && causes < MOST_CAUSES; causes++) {
            text.append(causes == 0 ? "\n" : "\ncaused by ")
                    .append(current.getClass().getName());
            appendMessage(text, current.getMessage());
            StackTraceElement[] frames = current.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("\n\tat ").append(frames[i]);
            }
            current = current.getCause();
        }
        return text.toString();
    }

    private static void appendMessage(StringBuilder text, @Nullable String message) {
        if (message != null) {
            text.append(": ").append(Printable.text(message));
        }
    }
}
