package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.store.View;
import io.rpcidl.samples.etcd.types.Compacted;
import io.rpcidl.samples.etcd.types.FutureRevision;
import io.rpcidl.samples.etcd.types.Revision;
import org.jspecify.annotations.Nullable;

/** Reads which revision a request is about. Revisions are unsigned on the wire, so all comparisons are. */
final class Revisions {

    private Revisions() {}

    /** The revision to read: the newest one when none, or 0, was asked for. */
    static long readable(@Nullable Revision asked, View view) throws Compacted, FutureRevision {
        if (asked == null || asked.value() == 0) {
            return view.revision();
        }
        requirePresent(asked, view);
        if (asked.value() < view.compactRevision()) {
            throw compacted(view);
        }
        return asked.value();
    }

    /** The revision to compact at: one whose past is not gone yet. */
    static long compactable(Revision asked, View view) throws Compacted, FutureRevision {
        requirePresent(asked, view);
        if (asked.value() <= view.compactRevision()) {
            throw compacted(view);
        }
        return asked.value();
    }

    private static void requirePresent(Revision asked, View view) throws FutureRevision {
        if (Long.compareUnsigned(asked.value(), view.revision()) > 0) {
            throw new FutureRevision(new Revision(view.revision()));
        }
    }

    private static Compacted compacted(View view) {
        return new Compacted(new Revision(view.compactRevision()));
    }
}
