package io.rpcidl.samples.etcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.RpcClient;
import io.rpcidl.samples.etcd.kv.CompactionRequest;
import io.rpcidl.samples.etcd.kv.DuplicateKey;
import io.rpcidl.samples.etcd.kv.KV;
import io.rpcidl.samples.etcd.kv.KVClient;
import io.rpcidl.samples.etcd.kv.PutRequest;
import io.rpcidl.samples.etcd.kv.RangeRequest;
import io.rpcidl.samples.etcd.kv.RequestOp;
import io.rpcidl.samples.etcd.kv.ResponseOp;
import io.rpcidl.samples.etcd.kv.TxnRequest;
import io.rpcidl.samples.etcd.kv.TxnResponse;
import io.rpcidl.samples.etcd.lease.Lease;
import io.rpcidl.samples.etcd.lease.LeaseClient;
import io.rpcidl.samples.etcd.lease.LeaseGrantRequest;
import io.rpcidl.samples.etcd.maintenance.Maintenance;
import io.rpcidl.samples.etcd.maintenance.MaintenanceClient;
import io.rpcidl.samples.etcd.maintenance.StatusResponse;
import io.rpcidl.samples.etcd.server.EtcdOptions;
import io.rpcidl.samples.etcd.server.EtcdServer;
import io.rpcidl.samples.etcd.types.Compacted;
import io.rpcidl.samples.etcd.types.FutureRevision;
import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.samples.etcd.types.Keys;
import io.rpcidl.samples.etcd.types.LeaseId;
import io.rpcidl.samples.etcd.types.LeaseNotFound;
import io.rpcidl.samples.etcd.types.Revision;
import io.rpcidl.samples.etcd.types.Value;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.NotExecutedException;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Errors and leases through generated clients. */
class EtcdServerIT {

    private final AtomicLong clock = new AtomicLong();
    private final EtcdServer server = EtcdServer.start(EtcdOptions.DEFAULTS.withClock(clock::get));
    private final RpcClient client =
            RpcClient.builder().target("127.0.0.1:" + server.port()).plaintext().build();
    private final KV keys = new KVClient(client);
    private final Lease leases = new LeaseClient(client);

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void compactionTakesOlderRevisionsAway() throws Exception {
        keys.put(put("a", "1"));
        keys.put(put("a", "2"));
        keys.put(put("a", "3"));

        keys.compact(compaction(3));

        Compacted read = catchThrowableOfType(Compacted.class, () -> keys.range(at(2)));
        assertThat(read.compactRevision()).isEqualTo(new Revision(3));
        assertThat(read.rejects()).isTrue();
        assertThat(keys.range(at(3)).kvs().get(0).value()).isEqualTo(value("2"));
        assertThat(catchThrowableOfType(Compacted.class, () -> keys.compact(compaction(3))))
                .isNotNull();
        FutureRevision future = catchThrowableOfType(FutureRevision.class, () -> keys.compact(compaction(9)));
        assertThat(future.currentRevision()).isEqualTo(new Revision(4));
    }

    @Test
    void declaredErrorOfATransactionCarriesTheKey() {
        RequestOp write = new RequestOp.OfPut(put("a", "1"));
        TxnRequest twice = new TxnRequest(List.of(), List.of(write, write), List.of());

        assertThat(catchThrowableOfType(DuplicateKey.class, () -> keys.txn(twice)))
                .extracting(DuplicateKey::key)
                .isEqualTo(UnicodeNames.key("a"));
    }

    @Test
    void nestedTransactionsCrossTheWire() throws Exception {
        TxnRequest request = new TxnRequest(List.of(), List.of(new RequestOp.OfPut(put("a", "1"))), List.of());
        for (int level = 2; level <= 8; level++) {
            request = new TxnRequest(List.of(), List.of(new RequestOp.OfTxn(request)), List.of());
        }

        TxnResponse response = keys.txn(request);
        for (int level = 2; level <= 8; level++) {
            response = ((ResponseOp.OfTxn) response.responses().get(0)).txn();
        }

        assertThat(response.responses()).hasSize(1).allMatch(ResponseOp.OfPut.class::isInstance);
    }

    @Test
    void leaseEndsByTheClockOfTheServer() throws Exception {
        LeaseId lease = leases.grant(LeaseGrantRequest.builder()
                        .timeToLive(Duration.ofSeconds(10))
                        .build())
                .id();
        keys.put(PutRequest.builder()
                .key(UnicodeNames.key("a"))
                .value(value("1"))
                .lease(lease)
                .build());

        assertThat(leases.timeToLive(lease, true).keys()).containsExactly(UnicodeNames.key("a"));
        clock.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(catchThrowableOfType(LeaseNotFound.class, () -> leases.timeToLive(lease, true)))
                .extracting(LeaseNotFound::id)
                .isEqualTo(lease);
        assertThat(keys.range(at(0)).kvs()).isEmpty();
        assertThat(leases.leases().leases()).isEmpty();
    }

    @Test
    void statusTellsTheSizeOfTheStore() throws Exception {
        Maintenance maintenance = new MaintenanceClient(client);
        keys.put(put("key", "value"));

        StatusResponse status = maintenance.status();

        assertThat(status.dbSizeInUse()).isEqualTo(8);
        assertThat(status.header().revision()).isEqualTo(new Revision(2));
        assertThat(maintenance.hashKV(null).hash())
                .isEqualTo(maintenance.hashKV(new Revision(2)).hash());
    }

    @Test
    void keyOverItsLimitIsNotSent() {
        Key tooLong = new Key(Bytes.of(new byte[1_572_865]));
        PutRequest request = PutRequest.builder().key(tooLong).value(value("1")).build();

        NotExecutedException failure = catchThrowableOfType(NotExecutedException.class, () -> keys.put(request));
        assertThat(failure.code()).isEqualTo(RpcCode.BAD_REQUEST);
    }

    private static PutRequest put(String key, String value) {
        return PutRequest.builder()
                .key(UnicodeNames.key(key))
                .value(value(value))
                .build();
    }

    private static Value value(String text) {
        return new Value(UnicodeNames.key(text).value());
    }

    private static CompactionRequest compaction(long revision) {
        return CompactionRequest.builder().revision(new Revision(revision)).build();
    }

    private static RangeRequest at(long revision) {
        return RangeRequest.builder()
                .keys(new Keys.OfAll())
                .revision(new Revision(revision))
                .build();
    }
}
