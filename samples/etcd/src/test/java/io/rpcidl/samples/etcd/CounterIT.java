package io.rpcidl.samples.etcd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.samples.etcd.kv.Compare;
import io.rpcidl.samples.etcd.kv.CompareResult;
import io.rpcidl.samples.etcd.kv.CompareTarget;
import io.rpcidl.samples.etcd.kv.KV;
import io.rpcidl.samples.etcd.kv.KVClient;
import io.rpcidl.samples.etcd.kv.PutRequest;
import io.rpcidl.samples.etcd.kv.RangeRequest;
import io.rpcidl.samples.etcd.kv.RequestOp;
import io.rpcidl.samples.etcd.kv.TxnRequest;
import io.rpcidl.samples.etcd.server.EtcdOptions;
import io.rpcidl.samples.etcd.server.EtcdServer;
import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.samples.etcd.types.KeyValue;
import io.rpcidl.samples.etcd.types.Keys;
import io.rpcidl.samples.etcd.types.Value;
import io.rpcidl.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many writers who count at one key by comparing and swapping, each over a connection of its own. */
class CounterIT {

    private static final int WRITERS = 8;
    private static final int COUNTS = 100;
    private static final Key COUNTER = UnicodeNames.key("counter");

    @Test
    void losesNoCount() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (EtcdServer server = EtcdServer.start(EtcdOptions.DEFAULTS);
                RpcClient client = connect(server)) {
            KV keys = new KVClient(client).with(CallOptions.DEFAULT.withoutDeadline());
            keys.put(PutRequest.builder().key(COUNTER).value(value(0)).build());
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(() -> count(server)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }

            KeyValue counter = read(keys);
            assertThat(counter.value()).isEqualTo(value(WRITERS * COUNTS));
            assertThat(counter.version()).isEqualTo(WRITERS * COUNTS + 1);
            assertThat(counter.modRevision().value()).isEqualTo(WRITERS * COUNTS + 2);
        } finally {
            threads.shutdownNow();
        }
    }

    private static RpcClient connect(EtcdServer server) {
        return RpcClient.builder()
                .target("127.0.0.1:" + server.port())
                .plaintext()
                .build();
    }

    private static Object count(EtcdServer server) throws Exception {
        try (RpcClient client = connect(server)) {
            KV keys = new KVClient(client).with(CallOptions.DEFAULT.withoutDeadline());
            for (int counted = 0; counted < COUNTS; ) {
                KeyValue before = read(keys);
                if (keys.txn(swap(before, number(before) + 1)).succeeded()) {
                    counted++;
                }
            }
            return keys;
        }
    }

    /** Writes the number unless somebody else has changed the counter. */
    private static TxnRequest swap(KeyValue before, int number) {
        Compare unchanged = new Compare(
                new Keys.OfOne(COUNTER), CompareResult.EQUAL, new CompareTarget.OfModRevision(before.modRevision()));
        RequestOp write = new RequestOp.OfPut(
                PutRequest.builder().key(COUNTER).value(value(number)).build());
        return new TxnRequest(List.of(unchanged), List.of(write), List.of());
    }

    private static KeyValue read(KV keys) throws Exception {
        RangeRequest request =
                RangeRequest.builder().keys(new Keys.OfOne(COUNTER)).build();
        return keys.range(request).kvs().get(0);
    }

    private static Value value(int number) {
        return new Value(Bytes.of(Integer.toString(number).getBytes(UTF_8)));
    }

    private static int number(KeyValue counter) {
        return Integer.parseInt(new String(counter.value().value().toByteArray(), UTF_8));
    }
}
