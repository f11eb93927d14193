package io.rpcidl.transport;

import org.jspecify.annotations.Nullable;

/**
 * A two-way, ordered, reliable line of bytes to one peer; used only on the thread of its loop.
 *
 * <p>After {@link #close} or {@link #reset} writes are dropped and nothing more is received;
 * {@link LinkListener#closed} follows, exactly once, whoever ended the link.
 */
public interface Link {
    /** The loop on which everything about this link happens. */
    Loop loop();

    /**
     * Says how many bytes the next calls of {@link #write} append together, so that room is made for them once. Need not be
     * called, and need not be right.
     */
    default void expect(int length) {}

    /** Appends a copy of {@code length} bytes to what the next {@link #flush} sends. */
    void write(byte[] bytes, int offset, int length);

    /** Hands what was written to the operating system, as far as it takes it; the rest follows when there is room. */
    void flush();

    /** Whether little enough waits to be sent that writing more makes sense. */
    boolean writable();

    /** Stops receiving, so that the peer is slowed down; some bytes already under way may still arrive. */
    void pauseReading();

    /** Receives again. */
    void resumeReading();

    /** Sends what was flushed, within a few seconds, and then ends the link. */
    void close();

    /** Ends the link at once, without sending what still waits; a TCP peer sees a reset. */
    void reset();

    /** The peer's address, for messages and logs. */
    String peer();

    /**
     * Where the peer comes from: the same for all connections from one place, whatever their ports, so that each place gets no
     * more than its share of them.
     */
    default String origin() {
        return peer();
    }

    /** Who the peer is, where the link has found out; null where it does not ask, as on every plain TCP connection. */
    default @Nullable PeerIdentity identity() {
        return null;
    }
}
