package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.store.Store;
import io.rpcidl.samples.etcd.types.ClusterId;
import io.rpcidl.samples.etcd.types.MemberId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The services of one member with a quota of 100 octets, and a clock that the test moves. */
final class TestMember {

    static final Member MEMBER = new Member(new ClusterId(7), new MemberId(8));

    private final AtomicLong clock = new AtomicLong();
    private final Store store = new Store(clock::get);
    private final Alarms alarms = new Alarms();
    private final Space space = new Space(100, alarms);
    final KvHandler kv = new KvHandler(store, MEMBER, space);
    final LeaseHandler lease = new LeaseHandler(store, MEMBER, space);
    final MaintenanceHandler maintenance = new MaintenanceHandler(store, MEMBER, space, alarms);

    void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
