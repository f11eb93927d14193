package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.store.Entry;
import io.rpcidl.samples.etcd.store.Version;
import io.rpcidl.samples.etcd.types.DeleteEvent;
import io.rpcidl.samples.etcd.types.Event;
import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.samples.etcd.types.KeyValue;
import io.rpcidl.samples.etcd.types.PutEvent;
import io.rpcidl.samples.etcd.types.Revision;
import org.jspecify.annotations.Nullable;

/** Shows steps of the history as events. */
final class Events {

    /** More than what an event takes beside keys and values. */
    private static final int FRAME = 128;

    private Events() {}

    /** @param before the key as it was before, or null where that is not to be told */
    static Event of(Version step, @Nullable Entry before) {
        Entry now = step.entry();
        KeyValue previous = before == null ? null : KeyValues.of(before);
        return now == null
                ? new Event.OfDeleted(new DeleteEvent(new Key(step.key()), new Revision(step.revision()), previous))
                : new Event.OfPut(new PutEvent(KeyValues.of(now), previous));
    }

    /** About how many octets the event takes, and no fewer. */
    static long octets(Version step, @Nullable Entry before) {
        return FRAME + octets(step, step.entry(), 1) + octets(step, before, 0);
    }

    private static long octets(Version step, @Nullable Entry entry, int leastKeys) {
        int keys = entry == null ? leastKeys : 1;
        return (long) keys * step.key().size()
                + (entry == null ? 0 : entry.value().size());
    }
}
