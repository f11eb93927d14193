package io.rpcidl.samples.etcd.store;

import java.time.Duration;

/** Reads a store while others read too; who wants to change it waits until the reading is closed. For one thread. */
public final class Reading extends LockedView {

    Reading(Contents contents, Duration now, Runnable unlock) {
        super(contents, now, unlock);
    }
}
