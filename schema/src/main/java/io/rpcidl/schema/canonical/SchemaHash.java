package io.rpcidl.schema.canonical;

import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of a definition and of all it reaches: the first 128 bits of SHA-256 over the {@link CanonicalForm}. Two schemas
 * with the same hash mean the same on the wire.
 *
 * @param octets {@value #SIZE} of them
 */
public record SchemaHash(Bytes octets) {

    /** Octets of a hash. */
    public static final int SIZE = 16;

    /**
     * A hash that was computed before.
     *
     * @throws IllegalArgumentException if it has another size
     */
    public SchemaHash {
        if (octets.size() != SIZE) {
            throw new IllegalArgumentException("the hash of a schema has " + SIZE + " octets, not " + octets.size());
        }
    }

    /**
     * The hash of one definition, a service for example.
     *
     * @param name its full name, such as {@code shop.orders.v1.Orders}
     * @throws io.rpcidl.schema.InvalidDescriptorException if nothing has this name
     */
    public static SchemaHash of(SchemaIndex index, String name) {
        return ofForm(CanonicalForm.of(index, name));
    }

    /** The hash of a whole schema. */
    public static SchemaHash of(SchemaIndex index) {
        return ofForm(CanonicalForm.of(index));
    }

    private static SchemaHash ofForm(String form) {
        byte[] digest = sha256().digest(form.getBytes(StandardCharsets.UTF_8));
        return new SchemaHash(Bytes.of(digest, 0, SIZE));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one has not", e);
        }
    }

    /** 32 hexadecimal digits in lower case. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(octets.toByteArray());
    }
}
