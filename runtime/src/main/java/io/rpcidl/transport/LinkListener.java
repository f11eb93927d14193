package io.rpcidl.transport;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link Link} reports, always on the thread of the link's loop.
 *
 * <p>{@link #taken} and {@link #writabilityChanged} may come from inside {@link Link#flush}, which is therefore the last
 * thing to do in a turn; nothing else comes from inside the link's own methods.
 */
public interface LinkListener {
    /** Bytes have arrived; the array is lent for the duration of the call. */
    void received(byte[] bytes, int offset, int length);

    /** Nothing more has arrived for now: the moment to flush what the received bytes led to, once. */
    void readCompleted();

    /**
     * The operating system has taken {@code total} bytes since the link began. Under TLS a byte is taken with the last octet
     * of the record that holds it, and a client hears of it once the server has said something. Where the operating system
     * does not tell at once, whatever was flushed counts as taken when the link ends.
     */
    void taken(long total);

    /** {@link Link#writable} has changed. */
    void writabilityChanged();

    /** The link has ended, exactly once and after everything else; null when no fault is known. */
    void closed(@Nullable Throwable cause);
}
