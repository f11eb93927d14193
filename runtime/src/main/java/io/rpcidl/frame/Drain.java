package io.rpcidl.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Announces the end of a connection (W-8.1).
 *
 * @param lastAccepted the highest call id of the peer that this end has accepted, 0 when none: later calls were not
 *     executed and never will be
 * @param code why
 * @param reconnectAfterMillis how long the peer should wait before it connects again, unsigned
 * @param text for people, at most 512 bytes of UTF-8; nobody parses it
 */
public record Drain(int lastAccepted, DrainCode code, int reconnectAfterMillis, String text) {

    private static final int LONGEST_TEXT = 512;

    /** Reads the payload of a DRAIN. */
    public static Drain read(PayloadReader in) {
        int lastAccepted = in.u32();
        DrainCode code = DrainCode.of(in.u8());
        int reconnectAfterMillis = in.u32();
        String text = in.text(LONGEST_TEXT);
        in.requireEnd();
        return new Drain(lastAccepted, code, reconnectAfterMillis, text);
    }

    /** Writes a whole DRAIN frame; a text that is too long is cut. */
    public void write(FrameWriter out) {
        out.begin(FrameType.DRAIN, 0);
        out.buffer().u32(lastAccepted);
        out.buffer().u8(code.code());
        out.buffer().u32(reconnectAfterMillis);
        out.buffer().sized(cut(text, LONGEST_TEXT));
        out.finish(0);
    }

    /** The text as UTF-8 of at most so many bytes, cut between two characters. */
    static byte[] cut(String text, int limit) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= limit) {
            return bytes;
        }
        int length = limit;
        while ((bytes[length] & 0xC0) == 0x80) {
            length--;
        }
        return Arrays.copyOf(bytes, length);
    }
}
