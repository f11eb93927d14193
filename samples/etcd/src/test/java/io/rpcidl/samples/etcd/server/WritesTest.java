package io.rpcidl.samples.etcd.server;

import static io.rpcidl.samples.etcd.server.Requests.all;
import static io.rpcidl.samples.etcd.server.Requests.delete;
import static io.rpcidl.samples.etcd.server.Requests.key;
import static io.rpcidl.samples.etcd.server.Requests.one;
import static io.rpcidl.samples.etcd.server.Requests.prefix;
import static io.rpcidl.samples.etcd.server.Requests.put;
import static io.rpcidl.samples.etcd.server.Requests.range;
import static io.rpcidl.samples.etcd.server.Requests.show;
import static io.rpcidl.samples.etcd.server.Requests.value;
import static io.rpcidl.samples.etcd.server.Requests.writing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.samples.etcd.kv.DeleteRangeRequest;
import io.rpcidl.samples.etcd.kv.DeleteRangeResponse;
import io.rpcidl.samples.etcd.kv.KeyNotFound;
import io.rpcidl.samples.etcd.kv.LeaseProvided;
import io.rpcidl.samples.etcd.kv.PutResponse;
import io.rpcidl.samples.etcd.kv.ValueProvided;
import io.rpcidl.samples.etcd.lease.LeaseGrantRequest;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.KeyValue;
import io.rpcidl.samples.etcd.types.LeaseId;
import io.rpcidl.samples.etcd.types.LeaseNotFound;
import io.rpcidl.samples.etcd.types.Revision;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WritesTest {

    private final TestMember member = new TestMember();
    private final KvHandler kv = member.kv;

    @Test
    void putReturnsTheKeyAsItWasWhenAsked() throws Exception {
        PutResponse first = kv.put(writing("a", "1").prevKv(true).build());
        PutResponse second = kv.put(writing("a", "2").prevKv(true).build());
        PutResponse third = kv.put(put("a", "3"));

        assertThat(first.prevKv()).isNull();
        assertThat(first.header().revision()).isEqualTo(new Revision(2));
        assertThat(second.prevKv())
                .isEqualTo(new KeyValue(key("a"), new Revision(2), new Revision(2), 1, value("1"), null));
        assertThat(third.prevKv()).isNull();
    }

    @Test
    void putKeepsTheValueOrTheLeaseWhenAsked() throws Exception {
        LeaseId lease = grant();
        kv.put(writing("a", "1").lease(lease).build());

        kv.put(writing("a", "2").ignoreLease(true).build());
        assertThat(read("a").lease()).isEqualTo(lease);
        assertThat(read("a").value()).isEqualTo(value("2"));

        kv.put(writing("a", "").ignoreValue(true).build());
        assertThat(read("a").lease()).isNull();
        assertThat(read("a").value()).isEqualTo(value("2"));
        assertThat(read("a").version()).isEqualTo(3);
    }

    @Test
    void putRefusesToKeepWhatIsNotThere() {
        assertThat(catchThrowableOfType(
                        KeyNotFound.class,
                        () -> kv.put(writing("a", "").ignoreValue(true).build())))
                .extracting(KeyNotFound::key)
                .isEqualTo(key("a"));
        assertThat(catchThrowableOfType(
                        KeyNotFound.class,
                        () -> kv.put(writing("a", "1").ignoreLease(true).build())))
                .extracting(KeyNotFound::key)
                .isEqualTo(key("a"));
    }

    @Test
    void putRefusesToKeepAndToChangeAtOnce() throws Exception {
        LeaseId lease = grant();
        kv.put(put("a", "1"));

        assertThat(catchThrowableOfType(
                        ValueProvided.class,
                        () -> kv.put(writing("a", "2").ignoreValue(true).build())))
                .extracting(ValueProvided::key)
                .isEqualTo(key("a"));
        assertThat(catchThrowableOfType(
                        LeaseProvided.class,
                        () -> kv.put(
                                writing("a", "2").ignoreLease(true).lease(lease).build())))
                .extracting(LeaseProvided::key)
                .isEqualTo(key("a"));
    }

    @Test
    void putRefusesLeasesThatAreNotThereAndEmptyKeys() {
        assertThat(catchThrowableOfType(
                        LeaseNotFound.class,
                        () -> kv.put(writing("a", "1").lease(new LeaseId(5)).build())))
                .extracting(LeaseNotFound::id)
                .isEqualTo(new LeaseId(5));
        assertThat(catchThrowableOfType(EmptyKey.class, () -> kv.put(put("", "1"))))
                .isNotNull();
    }

    @Test
    void deletionReturnsTheKeysAsTheyWereWhenAsked() throws Exception {
        kv.put(put("a", "1"));
        kv.put(put("ab", "2"));
        kv.put(put("b", "3"));

        DeleteRangeResponse response = kv.deleteRange(
                DeleteRangeRequest.builder().keys(prefix("a")).prevKv(true).build());

        assertThat(response.deleted()).isEqualTo(2);
        assertThat(show(response.prevKvs())).containsExactly("a=1", "ab=2");
        assertThat(response.header().revision()).isEqualTo(new Revision(5));
        assertThat(show(kv.range(range(all())).kvs())).containsExactly("b=3");
    }

    @Test
    void deletingNothingMakesNoRevision() throws Exception {
        DeleteRangeResponse response = kv.deleteRange(delete(all()));

        assertThat(response.deleted()).isZero();
        assertThat(response.header().revision()).isEqualTo(new Revision(1));
        assertThat(catchThrowableOfType(EmptyKey.class, () -> kv.deleteRange(delete(one("")))))
                .isNotNull();
    }

    private KeyValue read(String key) throws Exception {
        return kv.range(range(one(key))).kvs().get(0);
    }

    private LeaseId grant() throws Exception {
        return member.lease
                .grant(LeaseGrantRequest.builder()
                        .timeToLive(Duration.ofSeconds(10))
                        .build())
                .id();
    }
}
