package io.rpcidl.schema;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.value.Bytes;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;

/** Reads and writes descriptors as octets: those of a value in rpcidl's own encoding. */
public final class SchemaDescriptors {

    /** What a descriptor from a file may cost: 64 MiB, 16,000,000 fields and elements, 512 MiB on the heap. */
    public static final Limits FILE_LIMITS = new Limits(64 << 20, Limits.MAXIMUM_DEPTH, 16_000_000, 512L << 20);

    private SchemaDescriptors() {}

    /**
     * Reads and checks a descriptor that comes from a file or a jar.
     *
     * @throws InvalidDescriptorException if the octets are no descriptor, or one that no compiler has made
     */
    public static SchemaDescriptor read(Bytes octets) {
        return read(octets, FILE_LIMITS);
    }

    /**
     * Reads and checks a descriptor that comes from elsewhere.
     *
     * @param limits what it may cost
     * @throws InvalidDescriptorException if the octets are no descriptor, or one that no compiler has made
     */
    public static SchemaDescriptor read(Bytes octets, Limits limits) {
        SchemaDescriptor descriptor;
        try {
            Decoder decoder = new Decoder(limits);
            decoder.reset(octets.toByteArray(), 0, octets.size());
            descriptor = SchemaDescriptor.codec().readMessage(decoder);
        } catch (MalformedDataException e) {
            throw new InvalidDescriptorException("these octets are no descriptor: " + e.getMessage(), e);
        }
        check(descriptor);
        return descriptor;
    }

    /**
     * The octets of a descriptor.
     *
     * @throws InvalidDescriptorException if it is larger than {@link #FILE_LIMITS}
     */
    public static Bytes write(SchemaDescriptor descriptor) {
        Encoder encoder = new Encoder(FILE_LIMITS);
        try {
            SchemaDescriptor.codec().writeMessage(encoder, descriptor);
        } catch (UnencodableValueException e) {
            throw new InvalidDescriptorException("the descriptor can't be written: " + e.getMessage(), e);
        }
        return Bytes.of(encoder.toByteArray());
    }

    /**
     * Checks that names and types are well-formed, that references are found and fit, and that numbers are in range and
     * unique: what a compiler promises of each descriptor that it makes.
     *
     * @throws InvalidDescriptorException with the first mistake and its place
     */
    public static void check(SchemaDescriptor descriptor) {
        new DescriptorCheck(SchemaIndex.of(descriptor)).check(descriptor);
    }
}
