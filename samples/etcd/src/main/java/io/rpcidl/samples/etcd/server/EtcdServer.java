package io.rpcidl.samples.etcd.server;

import io.rpcidl.RpcServer;
import io.rpcidl.samples.etcd.kv.KV;
import io.rpcidl.samples.etcd.lease.Lease;
import io.rpcidl.samples.etcd.maintenance.Maintenance;
import io.rpcidl.samples.etcd.store.Store;
import java.io.UncheckedIOException;

/**
 * A cluster of one member that keeps everything in memory, and offers those services of etcd that have no streams: KV,
 * Lease and Maintenance. Any thread may use it.
 */
public final class EtcdServer implements AutoCloseable {

    private final RpcServer server;

    private EtcdServer(RpcServer server) {
        this.server = server;
    }

    /**
     * Starts a server with an empty store.
     *
     * @throws UncheckedIOException if it can't listen
     */
    public static EtcdServer start(EtcdOptions options) {
        Store store = new Store(options.clock()::nanoTime);
        Alarms alarms = new Alarms();
        Space space = new Space(options.quota(), alarms);
        Member member = EtcdOptions.MEMBER;
        return new EtcdServer(RpcServer.builder()
                .plaintext()
                .listen(options.host(), options.port())
                .add(KV.service(new KvHandler(store, member, space)))
                .add(Lease.service(new LeaseHandler(store, member, space)))
                .add(Maintenance.service(new MaintenanceHandler(store, member, space, alarms)))
                .start());
    }

    /** The port on which it listens. */
    public int port() {
        return server.port();
    }

    /** Waits until another thread closes it. */
    public void awaitTermination() throws InterruptedException {
        server.awaitTermination();
    }

    /** Lets calls that are in flight finish, and forgets everything. */
    @Override
    public void close() {
        server.close();
    }
}
