package io.rpcidl.samples.etcd.store;

import io.rpcidl.value.Bytes;

/**
 * A key as it is from one revision to the next that changes it.
 *
 * @param lease the lease that the key lives with, or {@link #NO_LEASE}
 * @param stamp when it was written
 */
public record Entry(Bytes key, Bytes value, long lease, Stamp stamp) {

    /** The lease of a key that lives until it is deleted. */
    public static final long NO_LEASE = 0;
}
