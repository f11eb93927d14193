package io.rpcidl.samples.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.samples.etcd.kv.DeleteRangeRequest;
import io.rpcidl.samples.etcd.kv.DeleteRangeResponse;
import io.rpcidl.samples.etcd.kv.KV;
import io.rpcidl.samples.etcd.kv.KVClient;
import io.rpcidl.samples.etcd.kv.PutRequest;
import io.rpcidl.samples.etcd.kv.PutResponse;
import io.rpcidl.samples.etcd.kv.RangeRequest;
import io.rpcidl.samples.etcd.kv.RangeResponse;
import io.rpcidl.samples.etcd.server.EtcdOptions;
import io.rpcidl.samples.etcd.server.EtcdServer;
import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.samples.etcd.types.KeySpan;
import io.rpcidl.samples.etcd.types.KeyValue;
import io.rpcidl.samples.etcd.types.Keys;
import io.rpcidl.samples.etcd.types.Revision;
import io.rpcidl.samples.etcd.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All names of characters, written and read back over TCP, against a sorted map. */
class UnicodeNamesIT {

    private static final EtcdServer SERVER = EtcdServer.start(EtcdOptions.DEFAULTS);
    private static final RpcClient CLIENT =
            RpcClient.builder().target("127.0.0.1:" + SERVER.port()).plaintext().build();

    /** Without deadlines: how fast the machine is, is not what is tested. */
    private static final KVClient KEYS = new KVClient(CLIENT).with(CallOptions.DEFAULT.withoutDeadline());

    private static final KV.Async LATER = KEYS.async();

    /** What the server should hold. */
    private static final TreeMap<Key, KeyValue> MODEL = new TreeMap<>();

    @BeforeAll
    static void writeAll() throws InterruptedException {
        SortedMap<Key, Value> names = UnicodeNames.all();
        assertThat(names).hasSizeGreaterThan(30_000);
        List<Map.Entry<Key, Value>> entries = List.copyOf(names.entrySet());
        List<PutResponse> answers = Pipeline.call(
                entries,
                entry -> LATER.put(PutRequest.builder()
                        .key(entry.getKey())
                        .value(entry.getValue())
                        .build()));
        for (int index = 0; index < entries.size(); index++) {
            Revision revision = answers.get(index).header().revision();
            KeyValue written = KeyValue.builder()
                    .key(entries.get(index).getKey())
                    .value(entries.get(index).getValue())
                    .createRevision(revision)
                    .modRevision(revision)
                    .version(1)
                    .build();
            MODEL.put(written.key(), written);
        }
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        SERVER.close();
    }

    @Test
    void eachWriteHadARevisionOfItsOwn() {
        HashSet<Long> revisions = new HashSet<>();
        MODEL.values().forEach(entry -> revisions.add(entry.modRevision().value()));

        assertThat(revisions).hasSize(MODEL.size());
        assertThat(LongStream.rangeClosed(2, MODEL.size() + 1L)).allMatch(revisions::contains);
    }

    @Test
    void readsEveryKeyBack() throws InterruptedException {
        List<RangeResponse> answers = Pipeline.call(
                MODEL.keySet(), key -> LATER.range(reading(new Keys.OfOne(key)).build()));

        assertThat(answers.stream().map(answer -> answer.kvs().get(0))).containsExactlyElementsOf(MODEL.values());
    }

    @Test
    void readsEveryPrefixInPages() throws Exception {
        List<KeyValue> read = new ArrayList<>();
        for (String digit : "0 1 2 3 4 5 6 7 8 9 A B C D E F".split(" ")) {
            String prefix = "U+" + digit;
            List<KeyValue> found = pages(prefix);
            assertThat(found).containsExactlyElementsOf(modelOf(prefix).values());
            read.addAll(found);
        }

        assertThat(read).containsExactlyElementsOf(MODEL.values());
    }

    @Test
    void readsOlderRevisions() throws Exception {
        for (long revision = 1; revision <= MODEL.size(); revision += 4_999) {
            RangeRequest request = reading(new Keys.OfPrefix(UnicodeNames.key("U+1F")))
                    .revision(new Revision(revision))
                    .build();

            assertThat(KEYS.range(request).kvs()).containsExactlyElementsOf(modelAt(revision, modelOf("U+1F")));
            RangeRequest count = reading(new Keys.OfAll())
                    .revision(new Revision(revision))
                    .countOnly(true)
                    .build();
            assertThat(KEYS.range(count).count())
                    .isEqualTo(modelAt(revision, MODEL).size());
        }
    }

    @Test
    void deletesARange() throws Exception {
        SortedMap<Key, KeyValue> gone = modelOf("U+2");
        DeleteRangeResponse deleted = KEYS.deleteRange(DeleteRangeRequest.builder()
                .keys(new Keys.OfPrefix(UnicodeNames.key("U+2")))
                .prevKv(true)
                .build());

        assertThat(deleted.prevKvs()).containsExactlyElementsOf(gone.values());
        assertThat(deleted.deleted()).isEqualTo(gone.size());
        gone.clear();
        RangeRequest count = reading(new Keys.OfAll()).countOnly(true).build();
        assertThat(KEYS.range(count).count()).isEqualTo(MODEL.size());
    }

    private static List<KeyValue> pages(String prefix) throws Exception {
        Key until = behind(prefix);
        List<KeyValue> read = new ArrayList<>();
        Keys next = new Keys.OfPrefix(UnicodeNames.key(prefix));
        boolean more = true;
        while (more) {
            RangeResponse page = KEYS.range(reading(next).limit(1_000L).build());
            assertThat(page.kvs()).hasSizeLessThanOrEqualTo(1_000);
            read.addAll(page.kvs());
            more = page.more();
            if (more) {
                Key last = read.get(read.size() - 1).key();
                next = new Keys.OfSpan(new KeySpan(UnicodeNames.behind(last), until));
            }
        }
        return read;
    }

    private static SortedMap<Key, KeyValue> modelOf(String prefix) {
        return MODEL.subMap(UnicodeNames.key(prefix), behind(prefix));
    }

    private static List<KeyValue> modelAt(long revision, SortedMap<Key, KeyValue> model) {
        return model.values().stream()
                .filter(entry -> entry.modRevision().value() <= revision)
                .toList();
    }

    /** The first key behind all that begin with the prefix. */
    private static Key behind(String prefix) {
        int last = prefix.length() - 1;
        return UnicodeNames.key(prefix.substring(0, last) + (char) (prefix.charAt(last) + 1));
    }

    private static RangeRequest.Builder reading(Keys keys) {
        return RangeRequest.builder().keys(keys);
    }
}
