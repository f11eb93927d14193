package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.kv.RangeRequest;
import io.rpcidl.samples.etcd.store.Stamp;
import io.rpcidl.samples.etcd.types.Revision;
import org.jspecify.annotations.Nullable;

/** The bounds that a request sets for the revisions of its keys. */
final class RevisionBounds {

    private final RangeRequest request;

    RevisionBounds(RangeRequest request) {
        this.request = request;
    }

    boolean admit(Stamp stamp) {
        return within(stamp.modRevision(), request.minModRevision(), request.maxModRevision())
                && within(stamp.createRevision(), request.minCreateRevision(), request.maxCreateRevision());
    }

    private static boolean within(long revision, @Nullable Revision least, @Nullable Revision most) {
        return (least == null || Long.compareUnsigned(revision, least.value()) >= 0)
                && (most == null || Long.compareUnsigned(revision, most.value()) <= 0);
    }
}
