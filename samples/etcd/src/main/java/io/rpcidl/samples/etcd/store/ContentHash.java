package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** A checksum over what a store holds: two stores that hold the same have the same. */
final class ContentHash {

    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    void add(Version version) {
        add(version.key());
        add(version.revision());
        Entry entry = version.entry();
        if (entry != null) {
            add(entry.value());
            add(entry.lease());
            add(entry.stamp().createRevision());
            add(entry.stamp().version());
        }
    }

    void add(HeldLease lease) {
        add(lease.id());
        add(lease.timeToLive().toSeconds());
        add(lease.timeToLive().toNanosPart());
    }

    /** The checksum, in the lower 32 bits. */
    long value() {
        return checksum.getValue();
    }

    // each piece with its length, so that moving an octet from a key to its value changes the hash
    private void add(Bytes bytes) {
        add(bytes.size());
        checksum.update(bytes.asByteBuffer());
    }

    private void add(long value) {
        number.clear();
        checksum.update(number.putLong(value).flip());
    }
}
