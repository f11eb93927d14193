package io.rpcidl.json;

import io.rpcidl.value.Bytes;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Octets and uuids as texts. */
final class Texts {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final int BYTES_FOOTPRINT = 40;
    private static final int UUID_FOOTPRINT = 32;

    private Texts() {}

    static String base64(Bytes value) {
        return Base64.getEncoder().encodeToString(value.toByteArray());
    }

    /** Reads base64 with all its padding, and with zeros in the bits that belong to no octet (W-14.10). */
    static Bytes readBase64(JsonInput in, String text) {
        in.charge(BYTES_FOOTPRINT + text.length() / 4 * 3L);
        byte[] octets;
        try {
            octets = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw notBase64(in);
        }
        if (!Base64.getEncoder().encodeToString(octets).equals(text)) {
            throw notBase64(in);
        }
        return Bytes.of(octets);
    }

    private static JsonFormException notBase64(JsonInput in) {
        return in.refuse("bytes must be in base64 (RFC 4648, chapter 4) with all its padding", Rule.OCTETS);
    }

    /** Reads a uuid as RFC 9562 prints it, in small or capital letters (W-14.11). */
    static UUID readUuid(JsonInput in, String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw in.refuse("a uuid must be 32 hexadecimal digits in groups of 8-4-4-4-12", Rule.UUID);
        }
        in.charge(UUID_FOOTPRINT);
        return UUID.fromString(text.toLowerCase(Locale.ROOT));
    }
}
