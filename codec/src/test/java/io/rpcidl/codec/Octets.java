package io.rpcidl.codec;

import java.io.ByteArrayOutputStream;

/** Octets written as hexadecimal text, where spaces separate the parts of the format. */
final class Octets {

    private Octets() {}

    static byte[] of(String... parts) {
        String digits = String.join("", parts).replace(" ", "");
        byte[] octets = new byte[digits.length() / 2];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        return octets;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
