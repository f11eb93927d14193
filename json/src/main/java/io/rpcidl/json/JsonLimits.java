package io.rpcidl.json;

import io.rpcidl.wire.Limits;
import java.util.Objects;

/**
 * What one JSON text may cost (W-14.3).
 *
 * @param message of the octets that the text stands for
 * @param textLength characters of a text that is read or printed, at least 1
 * @param numberLength characters of a number, in quotes or not, at least 1
 */
public record JsonLimits(Limits message, int textLength, int numberLength) {

    /** The default limits of messages, 64 Mi characters of text, 1,000 of a number. */
    public static final JsonLimits DEFAULTS = new JsonLimits(Limits.DEFAULTS, 64 << 20, 1_000);

    public JsonLimits {
        Objects.requireNonNull(message, "message");
        if (textLength < 1 || numberLength < 1) {
            throw new IllegalArgumentException("textLength and numberLength must be at least 1");
        }
    }

    /** The same limits with others of the message. */
    public JsonLimits withMessage(Limits message) {
        return new JsonLimits(message, textLength, numberLength);
    }

    /** The same limits with another length of the text. */
    public JsonLimits withTextLength(int textLength) {
        return new JsonLimits(message, textLength, numberLength);
    }
}
