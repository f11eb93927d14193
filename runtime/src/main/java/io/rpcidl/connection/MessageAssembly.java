package io.rpcidl.connection;

import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.PayloadReader;
import io.rpcidl.frame.ProtocolViolation;
import java.util.Arrays;

/**
 * Puts a fragmented message together (W-4.5); memory grows with what has arrived, not with what was announced. Once a quarter is
 * here there is room for all of it.
 */
final class MessageAssembly {

    private final long total;
    private boolean discarding;
    private byte[] bytes;
    private long received;
    private boolean started;

    private MessageAssembly(int total, boolean discarding) {
        this.total = Integer.toUnsignedLong(total);
        this.discarding = discarding;
        this.bytes = new byte[0];
    }

    /** Keeps what arrives, or only checks that the fragments add up when nobody wants the message. */
    static MessageAssembly of(int total, boolean discarding) {
        return new MessageAssembly(total, discarding);
    }

    /** Gives up what has arrived; the rest is only counted. */
    void discard() {
        discarding = true;
        bytes = new byte[0];
    }

    /** Takes what is left of a frame; with the last one the message must be complete. */
    void add(PayloadReader in, boolean last) {
        int count = in.remaining();
        boolean empty = count == 0 && started && !last;
        started = true;
        received += count;
        if (empty || (last ? received != total : received > total)) {
            throw new ProtocolViolation(
                    Clauses.FRAGMENTS,
                    "a fragment of " + count + " bytes makes " + received + " of " + total
                            + (last ? " at the end" : ""));
        }
        if (!discarding) {
            int start = (int) (received - count);
            if (received > bytes.length) {
                bytes = Arrays.copyOf(bytes, capacity(total, received));
            }
            System.arraycopy(in.bytes(), in.position(), bytes, start, count);
        }
        in.skip(count);
    }

    /** The memory of a message of which so much has arrived at once, or that has outgrown what it had. */
    static int capacity(long total, long arrived) {
        return (int) (4 * arrived >= total ? total : 2 * arrived);
    }

    /** How much more memory it takes when so many octets more arrive. */
    int growth(int count) {
        long arrived = Math.min(total, received + count);
        return discarding || arrived <= bytes.length ? 0 : capacity(total, arrived) - bytes.length;
    }

    /** What has not arrived. */
    long missing() {
        return total - received;
    }

    /** The message, whole after the last fragment: {@code bytes()[0 .. length())}. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return (int) received;
    }
}
