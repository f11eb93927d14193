package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.maintenance.AlarmType;
import io.rpcidl.samples.etcd.store.View;
import io.rpcidl.samples.etcd.types.NoSpace;

/** Keeps the store within its quota. */
final class Space {

    private final long quota;
    private final Alarms alarms;

    /** @param quota octets, or 0 for no quota */
    Space(long quota, Alarms alarms) {
        this.quota = quota;
        this.alarms = alarms;
    }

    long quota() {
        return quota;
    }

    /** Lets a write pass that adds so many octets. One that does not fit raises the alarm, which then stops all. */
    void require(View view, long octets) throws NoSpace {
        if (quota > 0 && octets > quota - view.octets()) {
            alarms.activate(AlarmType.NOSPACE);
        }
        if (alarms.isActive(AlarmType.NOSPACE)) {
            throw new NoSpace(quota);
        }
    }
}
