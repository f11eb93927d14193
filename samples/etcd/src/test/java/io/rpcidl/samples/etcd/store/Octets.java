package io.rpcidl.samples.etcd.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.rpcidl.value.Bytes;

/** Writes octets as text, one character each. */
final class Octets {

    private Octets() {}

    static Bytes octets(String text) {
        return Bytes.of(text.getBytes(ISO_8859_1));
    }
}
