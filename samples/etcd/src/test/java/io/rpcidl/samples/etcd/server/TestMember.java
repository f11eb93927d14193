package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.store.Store;
import io.rpcidl.samples.etcd.types.ClusterId;
import io.rpcidl.samples.etcd.types.MemberId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The services of one member with a quota of 100 octets or another, and a clock that the test moves. */
final class TestMember {

    static final Member MEMBER = new Member(new ClusterId(7), new MemberId(8));

    private final AtomicLong clock = new AtomicLong();
    private final Store store = new Store(clock::get);
    private final Alarms alarms = new Alarms();
    final KvHandler kv;
    final LeaseHandler lease;
    final MaintenanceHandler maintenance;
    final LeaseKeepAliveHandler keepAlive = new LeaseKeepAliveHandler(store, MEMBER);
    /** Runs on the threads of those who call it. */
    final WatchHandler watch = new WatchHandler(store, MEMBER, clock::get, Runnable::run);

    TestMember() {
        this(100);
    }

    TestMember(long quota) {
        Space space = new Space(quota, alarms);
        kv = new KvHandler(store, MEMBER, space);
        lease = new LeaseHandler(store, MEMBER, space);
        maintenance = new MaintenanceHandler(store, MEMBER, space, alarms);
    }

    void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    /** What the server does from time to time. */
    void tick() {
        store.expire();
        watch.tick();
    }
}
