package io.rpcidl.samples.etcd.server;

import io.rpcidl.RpcServer;
import io.rpcidl.samples.etcd.kv.KV;
import io.rpcidl.samples.etcd.lease.Lease;
import io.rpcidl.samples.etcd.lease.LeaseKeepAlive;
import io.rpcidl.samples.etcd.maintenance.Maintenance;
import io.rpcidl.samples.etcd.store.Store;
import io.rpcidl.samples.etcd.watch.Watch;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A cluster of one member that keeps everything in memory. Any thread may use it.
 */
public final class EtcdServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EtcdServer.class.getName());

    /** How often leases are looked at, whether they have ended; etcd's half a second. */
    private static final long TICK_MILLIS = 500;

    /** How long calls have to finish when the server closes; streams that keep leases alive never do. */
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(2);

    private final RpcServer server;
    private final WatchHandler watch;
    private final ScheduledExecutorService streams;

    private EtcdServer(RpcServer server, WatchHandler watch, ScheduledExecutorService streams) {
        this.server = server;
        this.watch = watch;
        this.streams = streams;
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
        ScheduledExecutorService streams = Executors.newScheduledThreadPool(2, EtcdServer::daemon);
        WatchHandler watch = new WatchHandler(store, member, options.clock(), streams);
        RpcServer server = RpcServer.builder()
                .plaintext()
                .listen(options.host(), options.port())
                .gracePeriod(GRACE_PERIOD)
                .add(KV.service(new KvHandler(store, member, space)))
                .add(Lease.service(new LeaseHandler(store, member, space)))
                .add(LeaseKeepAlive.service(new LeaseKeepAliveHandler(store, member)))
                .add(Watch.asyncService(watch))
                .add(Maintenance.service(new MaintenanceHandler(store, member, space, alarms)))
                .build();
        try {
            server.start();
            ScheduledFuture<?> unused = streams.scheduleWithFixedDelay(
                    () -> tick(store, watch), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
            return new EtcdServer(server, watch, streams);
        } catch (RuntimeException unable) {
            streams.shutdownNow();
            throw unable;
        }
    }

    /** It would never run again if it threw. */
    private static void tick(Store store, WatchHandler watch) {
        try {
            store.expire();
            watch.tick();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "looking for leases that have ended failed; the next look is due", fault);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "etcd-streams");
        thread.setDaemon(true);
        return thread;
    }

    /** The port on which it listens. */
    public int port() {
        return server.port();
    }

    /** Waits until another thread closes it. */
    public void awaitTermination() throws InterruptedException {
        server.awaitTermination();
    }

    /** Ends the streams of watchers, lets other calls that are in flight finish, and forgets everything. */
    @Override
    public void close() {
        watch.close();
        server.close();
        streams.shutdownNow();
    }
}
