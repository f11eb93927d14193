package io.rpcidl.cli;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Octets as hexadecimal digits, with white space where one likes and comments from {@code #} to the end of a line. */
final class OctetText {

    private static final int RADIX = 16;

    private OctetText() {}

    /**
     * The octets of the digits.
     *
     * @throws UsageException when it is no such text; the message says where
     */
    static byte[] read(byte[] text, String what) throws UsageException {
        byte[] octets = new byte[(text.length + 1) / 2];
        int digits = 0;
        boolean comment = false;
        for (int i = 0; i < text.length; i++) {
            int character = text[i];
            comment = (comment || character == '#') && character != '\n';
            int digit = digit(character);
            if (comment || isBlank(character)) {
                continue;
            }
            if (digit < 0) {
                throw new UsageException(what + " is not hexadecimal at its character " + (i + 1));
            }
            octets[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
            digits++;
        }
        if (digits % 2 != 0) {
            throw new UsageException(what + " has an odd number of hexadecimal digits, " + digits);
        }
        return Arrays.copyOf(octets, digits / 2);
    }

    /** The octets when these are nothing but digits, two for each, and white space; else null. */
    static byte @Nullable [] detect(byte[] input) throws UsageException {
        int digits = 0;
        for (byte octet : input) {
            if (digit(octet) >= 0) {
                digits++;
            } else if (!isBlank(octet)) {
                return null;
            }
        }
        return digits > 0 && digits % 2 == 0 ? read(input, "the input") : null;
    }

    private static boolean isBlank(int character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private static int digit(int character) {
        return character < 0 ? -1 : Character.digit(character, RADIX);
    }
}
