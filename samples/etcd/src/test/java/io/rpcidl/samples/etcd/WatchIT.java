package io.rpcidl.samples.etcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcStream;
import io.rpcidl.samples.etcd.kv.DeleteRangeRequest;
import io.rpcidl.samples.etcd.kv.KVClient;
import io.rpcidl.samples.etcd.kv.PutRequest;
import io.rpcidl.samples.etcd.lease.LeaseClient;
import io.rpcidl.samples.etcd.lease.LeaseGrantRequest;
import io.rpcidl.samples.etcd.lease.LeaseKeepAliveClient;
import io.rpcidl.samples.etcd.lease.LeaseKeepAliveRequest;
import io.rpcidl.samples.etcd.lease.LeaseKeepAliveResponse;
import io.rpcidl.samples.etcd.server.EtcdOptions;
import io.rpcidl.samples.etcd.server.EtcdServer;
import io.rpcidl.samples.etcd.types.Event;
import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.samples.etcd.types.Keys;
import io.rpcidl.samples.etcd.types.LeaseId;
import io.rpcidl.samples.etcd.types.LeaseNotFound;
import io.rpcidl.samples.etcd.types.Revision;
import io.rpcidl.samples.etcd.types.Value;
import io.rpcidl.samples.etcd.watch.WatchClient;
import io.rpcidl.samples.etcd.watch.WatchCreateRequest;
import io.rpcidl.samples.etcd.watch.WatchRequest;
import io.rpcidl.samples.etcd.watch.WatchResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watchers and kept leases over TCP, while all names of characters are written. */
@Timeout(120)
class WatchIT {

    private final AtomicLong clock = new AtomicLong();
    private final EtcdServer server = EtcdServer.start(EtcdOptions.DEFAULTS.withClock(clock::get));
    private final List<RpcClient> clients = new ArrayList<>();
    private final RpcClient writer = connect();
    private final KVClient keys = new KVClient(writer).with(CallOptions.DEFAULT.withoutDeadline());

    @AfterEach
    void close() {
        clients.forEach(RpcClient::close);
        server.close();
    }

    private RpcClient connect() {
        RpcClient client = RpcClient.builder()
                .target("127.0.0.1:" + server.port())
                .plaintext()
                .build();
        clients.add(client);
        return client;
    }

    private static WatchRequest create(Keys watched, long startRevision) {
        return new WatchRequest.OfCreate(WatchCreateRequest.builder()
                .keys(watched)
                .startRevision(new Revision(startRevision))
                .build());
    }

    /** Reads the events from a revision on, over a connection of its own, until there are so many. */
    private List<Event> read(Keys watched, long startRevision, int count) throws Exception {
        List<Event> events = new ArrayList<>();
        try (RpcClient client = connect();
                RpcStream<WatchResponse> stream = new WatchClient(client)
                        .with(CallOptions.DEFAULT.withoutDeadline())
                        .watch(RpcStream.of(create(watched, startRevision)))) {
            while (events.size() < count) {
                if (stream.next() instanceof WatchResponse.OfEvents told) {
                    events.addAll(told.events().events());
                }
            }
        }
        return events;
    }

    private static long revision(Event event) {
        return event.match(
                put -> put.put().current().modRevision().value(),
                deleted -> deleted.deleted().modRevision().value(),
                unknown -> {
                    throw new AssertionError("an unknown event " + unknown);
                });
    }

    private int writeAll() throws InterruptedException {
        List<Map.Entry<Key, Value>> names = List.copyOf(UnicodeNames.all().entrySet());
        Pipeline.call(
                names,
                name -> keys.async()
                        .put(PutRequest.builder()
                                .key(name.getKey())
                                .value(name.getValue())
                                .build()));
        return names.size();
    }

    @Test
    void losesAndRepeatsNothingOverReconnects() throws Exception {
        CompletableFuture<Integer> written = CompletableFuture.supplyAsync(() -> {
            try {
                return writeAll();
            } catch (InterruptedException interrupt) {
                throw new IllegalStateException(interrupt);
            }
        });
        // While they are written: each piece begins behind the last revision of the one before.
        int all = UnicodeNames.all().size();
        List<Event> events = new ArrayList<>();
        while (events.size() < all) {
            int piece = Math.min(5_000, all - events.size());
            events.addAll(read(new Keys.OfAll(), events.size() + 2L, piece));
        }

        assertThat(written.get()).isEqualTo(all);
        assertThat(events).hasSize(all);
        for (int i = 0; i < all; i++) {
            assertThat(revision(events.get(i))).isEqualTo(i + 2L);
        }
        // The history tells the same as what was told while it happened.
        assertThat(read(new Keys.OfAll(), 2, all).equals(events)).isTrue();
        // A deletion of many keys is one revision, whose events are not torn apart.
        Keys gone = new Keys.OfPrefix(UnicodeNames.key("U+2"));
        long deleted = keys.deleteRange(DeleteRangeRequest.builder().keys(gone).build())
                .deleted();
        List<Event> deletions = read(gone, all + 2L, 1);
        assertThat((long) deletions.size()).isEqualTo(deleted);
        assertThat(deletions).allMatch(event -> event instanceof Event.OfDeleted && revision(event) == all + 2L);
    }

    @Test
    void aWatcherThatDoesNotReadHoldsNobodyUp() throws Exception {
        WatchClient slow = new WatchClient(connect()).with(CallOptions.DEFAULT.withoutDeadline());
        try (RpcStream<WatchResponse> unread = slow.watch(RpcStream.of(create(new Keys.OfAll(), 2)))) {
            assertThat(unread.next()).isInstanceOf(WatchResponse.OfCreated.class);
            int all = writeAll();

            List<Event> events = read(new Keys.OfAll(), 2, all);

            assertThat(events).hasSize(all);
            // The slow one goes on where it was.
            long next = 2;
            while (next < all + 2L) {
                if (unread.next() instanceof WatchResponse.OfEvents told) {
                    for (Event event : told.events().events()) {
                        assertThat(revision(event)).isEqualTo(next);
                        next++;
                    }
                }
            }
        }
    }

    @Test
    void tellsManyStreamsOfOneConnection() throws Exception {
        WatchClient watch = new WatchClient(connect()).with(CallOptions.DEFAULT.withoutDeadline());
        List<RpcStream<WatchResponse>> streams = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            streams.add(watch.watch(RpcStream.of(create(new Keys.OfAll(), 2))));
        }
        Key key = UnicodeNames.key("a");
        keys.put(PutRequest.builder().key(key).value(new Value(key.value())).build());

        for (RpcStream<WatchResponse> stream : streams) {
            assertThat(stream.next()).isInstanceOf(WatchResponse.OfCreated.class);
            assertThat(stream.next()).isInstanceOf(WatchResponse.OfEvents.class);
            stream.close();
        }
    }

    @Test
    void aLeaseEndsWhenItIsNotKeptAliveAnyMore() throws Exception {
        LeaseId lease = new LeaseClient(writer)
                .grant(LeaseGrantRequest.builder()
                        .timeToLive(Duration.ofSeconds(10))
                        .build())
                .id();
        Key key = UnicodeNames.key("a");
        keys.put(PutRequest.builder()
                .key(key)
                .value(new Value(key.value()))
                .lease(lease)
                .build());
        WatchClient watch = new WatchClient(connect()).with(CallOptions.DEFAULT.withoutDeadline());
        BlockingQueue<LeaseKeepAliveRequest> renewals = new LinkedBlockingQueue<>();
        try (RpcStream<WatchResponse> watching = watch.watch(RpcStream.of(create(new Keys.OfAll(), 3)));
                RpcStream<LeaseKeepAliveResponse> kept = new LeaseKeepAliveClient(writer)
                        .with(CallOptions.DEFAULT.withoutDeadline())
                        .keepAlive(RpcStream.produced(sink -> {
                            while (true) {
                                sink.send(renewals.take());
                            }
                        }))) {
            for (int i = 0; i < 5; i++) {
                clock.addAndGet(Duration.ofSeconds(9).toNanos());
                renewals.add(new LeaseKeepAliveRequest(lease));
                assertThat(kept.next().timeToLive()).isEqualTo(Duration.ofSeconds(10));
            }
            clock.addAndGet(Duration.ofSeconds(10).toNanos());

            assertThat(watching.next()).isInstanceOf(WatchResponse.OfCreated.class);
            WatchResponse.OfEvents ended = (WatchResponse.OfEvents) watching.next();
            assertThat(ended.events().events()).hasSize(1).allMatch(Event.OfDeleted.class::isInstance);
            renewals.add(new LeaseKeepAliveRequest(lease));
            assertThatThrownBy(kept::next)
                    .isInstanceOfSatisfying(
                            LeaseNotFound.class, error -> assertThat(error.id()).isEqualTo(lease));
        }
    }

    @Test
    void aServerThatClosesEndsItsStreams() throws Exception {
        WatchClient watch = new WatchClient(connect()).with(CallOptions.DEFAULT.withoutDeadline());
        try (RpcStream<WatchResponse> stream = watch.watch(RpcStream.of(create(new Keys.OfAll(), 2)))) {
            assertThat(stream.next()).isInstanceOf(WatchResponse.OfCreated.class);

            server.close();

            assertThat(stream.next()).isNull();
        }
    }
}
