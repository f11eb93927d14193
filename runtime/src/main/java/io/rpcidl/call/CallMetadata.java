package io.rpcidl.call;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.frame.CallHead;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.Metadata;
import io.rpcidl.wire.MalformedDataException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metadata as it travels (W-6.20). */
final class CallMetadata {
    private static final StructCodec<Map<String, Bytes>> CODEC =
            Codecs.parameter("metadata", 1, "entries", Codecs.map(Codecs.STRING, Codecs.BYTES));

    private CallMetadata() {}

    /** The octets, or null when there are no entries: then nothing travels. */
    static byte @Nullable [] encode(CodecPool codecs, Metadata metadata) {
        return metadata.isEmpty() ? null : codecs.encode(CODEC, metadata.asMap());
    }

    /** Whether octets of this length may travel. */
    static boolean fits(byte @Nullable [] encoded) {
        return encoded == null || encoded.length <= CallHead.LONGEST_METADATA;
    }

    /**
     * The entries.
     *
     * @throws MalformedDataException when the octets are not such a message
     * @throws IllegalArgumentException when a name or the number of entries is not legal
     */
    static Metadata decode(CodecPool codecs, byte @Nullable [] encoded) {
        return encoded == null ? Metadata.EMPTY : Metadata.of(codecs.decode(CODEC, encoded, 0, encoded.length));
    }
}
