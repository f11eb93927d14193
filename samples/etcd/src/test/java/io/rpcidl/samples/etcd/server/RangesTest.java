package io.rpcidl.samples.etcd.server;

import static io.rpcidl.samples.etcd.server.Requests.all;
import static io.rpcidl.samples.etcd.server.Requests.key;
import static io.rpcidl.samples.etcd.server.Requests.one;
import static io.rpcidl.samples.etcd.server.Requests.prefix;
import static io.rpcidl.samples.etcd.server.Requests.put;
import static io.rpcidl.samples.etcd.server.Requests.range;
import static io.rpcidl.samples.etcd.server.Requests.reading;
import static io.rpcidl.samples.etcd.server.Requests.show;
import static io.rpcidl.samples.etcd.server.Requests.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.samples.etcd.kv.CompactionRequest;
import io.rpcidl.samples.etcd.kv.RangeRequest;
import io.rpcidl.samples.etcd.kv.RangeResponse;
import io.rpcidl.samples.etcd.kv.SortOrder;
import io.rpcidl.samples.etcd.kv.SortTarget;
import io.rpcidl.samples.etcd.types.Compacted;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.FutureRevision;
import io.rpcidl.samples.etcd.types.KeyValue;
import io.rpcidl.samples.etcd.types.Keys;
import io.rpcidl.samples.etcd.types.ResponseHeader;
import io.rpcidl.samples.etcd.types.Revision;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RangesTest {

    private final KvHandler kv = new TestMember().kv;

    /** Revision 2 writes b, 3 ab, 4 a, and 5 writes b again. */
    @BeforeEach
    void fill() throws Exception {
        kv.put(put("b", "3"));
        kv.put(put("ab", "2"));
        kv.put(put("a", "4"));
        kv.put(put("b", "1"));
    }

    @Test
    void readsOneKeyWithItsRevisions() throws Exception {
        RangeResponse response = kv.range(range(one("b")));

        KeyValue b = new KeyValue(key("b"), new Revision(2), new Revision(5), 2, Requests.value("1"), null);
        assertThat(response.kvs()).containsExactly(b);
        assertThat(response.header())
                .isEqualTo(new ResponseHeader(
                        TestMember.MEMBER.clusterId(), TestMember.MEMBER.id(), new Revision(5), Member.RAFT_TERM));
    }

    @Test
    void choosesKeysByPrefixSpanStartOrAll() throws Exception {
        assertThat(read(prefix("a"))).containsExactly("a=4", "ab=2");
        assertThat(read(span("a", "b"))).containsExactly("a=4", "ab=2");
        assertThat(read(span("b", "a"))).isEmpty();
        assertThat(read(new Keys.OfFrom(key("ab")))).containsExactly("ab=2", "b=1");
        assertThat(read(all())).containsExactly("a=4", "ab=2", "b=1");
        assertThat(read(one("c"))).isEmpty();
    }

    @Test
    void limitLeavesKeysOutAndSaysSo() throws Exception {
        RangeResponse two = kv.range(reading(all()).limit(2L).build());
        RangeResponse three = kv.range(reading(all()).limit(3L).build());

        assertThat(show(two.kvs())).containsExactly("a=4", "ab=2");
        assertThat(two.more()).isTrue();
        assertThat(two.count()).isEqualTo(3);
        assertThat(three.kvs()).hasSize(3);
        assertThat(three.more()).isFalse();
    }

    @Test
    void limitIsUnsignedAndZeroIsNone() throws Exception {
        assertThat(read(reading(all()).limit(-1L))).hasSize(3);
        assertThat(read(reading(all()).limit(0L))).hasSize(3);
    }

    @Test
    void sortsByAnyTargetBeforeTheLimit() throws Exception {
        assertThat(sorted(SortTarget.VALUE, SortOrder.ASCEND)).containsExactly("b=1", "ab=2", "a=4");
        assertThat(sorted(SortTarget.KEY, SortOrder.DESCEND)).containsExactly("b=1", "ab=2", "a=4");
        assertThat(sorted(SortTarget.MOD, SortOrder.DESCEND)).containsExactly("b=1", "a=4", "ab=2");
        assertThat(sorted(SortTarget.CREATE, SortOrder.NONE)).containsExactly("b=1", "ab=2", "a=4");
        assertThat(sorted(SortTarget.VERSION, SortOrder.ASCEND)).containsExactly("a=4", "ab=2", "b=1");
        assertThat(read(reading(all()).sortTarget(SortTarget.VALUE).limit(1L))).containsExactly("b=1");
    }

    @Test
    void boundsOfRevisionsLeaveKeysOutButCountThem() throws Exception {
        assertThat(read(reading(all()).minModRevision(new Revision(4)))).containsExactly("a=4", "b=1");
        assertThat(read(reading(all()).maxModRevision(new Revision(4)))).containsExactly("a=4", "ab=2");
        assertThat(read(reading(all()).minCreateRevision(new Revision(3)))).containsExactly("a=4", "ab=2");
        assertThat(read(reading(all()).maxCreateRevision(new Revision(3)))).containsExactly("ab=2", "b=1");
        assertThat(read(reading(all()).maxModRevision(new Revision(-1)))).hasSize(3);
        RangeRequest none = reading(all()).maxModRevision(new Revision(1)).build();
        assertThat(kv.range(none).count()).isEqualTo(3);
        assertThat(kv.range(none).more()).isFalse();
    }

    @Test
    void leavesOutValuesOrKeysWhenAsked() throws Exception {
        assertThat(read(reading(prefix("a")).keysOnly(true))).containsExactly("a=", "ab=");
        RangeResponse counted = kv.range(reading(all()).countOnly(true).build());
        assertThat(counted.count()).isEqualTo(3);
        assertThat(counted.kvs()).isEmpty();
        assertThat(counted.more()).isFalse();
    }

    @Test
    void readsOlderRevisions() throws Exception {
        assertThat(read(reading(all()).revision(new Revision(1)))).isEmpty();
        assertThat(read(reading(all()).revision(new Revision(3)))).containsExactly("ab=2", "b=3");
        assertThat(read(reading(all()).revision(new Revision(0)))).hasSize(3);
    }

    @Test
    void refusesRevisionsThatCanNotBeRead() throws Exception {
        RangeRequest future = reading(all()).revision(new Revision(6)).build();
        FutureRevision unknown = catchThrowableOfType(FutureRevision.class, () -> kv.range(future));
        assertThat(unknown.currentRevision()).isEqualTo(new Revision(5));
        assertThat(unknown.rejects()).isTrue();
        RangeRequest farFuture = reading(all()).revision(new Revision(-1)).build();
        assertThat(catchThrowableOfType(FutureRevision.class, () -> kv.range(farFuture)))
                .isNotNull();

        kv.compact(CompactionRequest.builder().revision(new Revision(4)).build());
        RangeRequest past = reading(all()).revision(new Revision(3)).build();
        Compacted compacted = catchThrowableOfType(Compacted.class, () -> kv.range(past));
        assertThat(compacted.compactRevision()).isEqualTo(new Revision(4));
        assertThat(read(reading(all()).revision(new Revision(4)))).containsExactly("a=4", "ab=2", "b=3");
    }

    @Test
    void refusesEmptyKeys() {
        for (Keys keys : List.of(one(""), prefix(""), span("", "b"), new Keys.OfFrom(key("")))) {
            assertThat(catchThrowableOfType(EmptyKey.class, () -> kv.range(range(keys))))
                    .isNotNull();
        }
    }

    private List<String> sorted(SortTarget target, SortOrder order) throws Exception {
        return read(reading(all()).sortTarget(target).sortOrder(order));
    }

    private List<String> read(Keys keys) throws Exception {
        return read(reading(keys));
    }

    private List<String> read(RangeRequest.Builder request) throws Exception {
        return show(kv.range(request.build()).kvs());
    }
}
