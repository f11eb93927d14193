package io.rpcidl.codec;

import io.rpcidl.value.Bytes;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The schema of a service as its generated code carries it. The hash is there at once; the descriptor of the service and of all
 * it reaches is text in a class of its own, which is loaded when somebody asks.
 */
public final class EmbeddedSchema {

    static final EmbeddedSchema NONE =
            new EmbeddedSchema(Bytes.of(new byte[ServiceDescriptor.HASH_SIZE]), () -> Bytes.EMPTY);

    private final Bytes hash;
    private final Supplier<Bytes> descriptor;

    private EmbeddedSchema(Bytes hash, Supplier<Bytes> descriptor) {
        this.hash = hash;
        this.descriptor = Objects.requireNonNull(descriptor, "descriptor");
    }

    /**
     * A schema; generated code calls this.
     *
     * @param hash 32 hexadecimal digits
     * @param descriptor gives the octets of the descriptor
     * @throws IllegalArgumentException if the hash is none
     */
    public static EmbeddedSchema of(String hash, Supplier<Bytes> descriptor) {
        byte[] octets = HexFormat.of().parseHex(hash);
        if (octets.length != ServiceDescriptor.HASH_SIZE) {
            throw new IllegalArgumentException(
                    "the hash of a schema has " + 2 * ServiceDescriptor.HASH_SIZE + " digits, not " + hash.length());
        }
        return new EmbeddedSchema(Bytes.of(octets), descriptor);
    }

    /**
     * The octets that base64 stands for; generated code calls this.
     *
     * @param parts text in lines, in as many constants as a class file needs for it
     * @throws IllegalArgumentException if it is no base64
     */
    public static Bytes descriptor(String... parts) {
        String text = String.join("", parts).replace("\n", "");
        return Bytes.of(Base64.getDecoder().decode(text));
    }

    Bytes hash() {
        return hash;
    }

    Bytes descriptor() {
        return descriptor.get();
    }
}
