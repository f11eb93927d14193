package io.rpcidl.samples.etcd.server;

import static io.rpcidl.samples.etcd.server.Requests.all;
import static io.rpcidl.samples.etcd.server.Requests.compare;
import static io.rpcidl.samples.etcd.server.Requests.delete;
import static io.rpcidl.samples.etcd.server.Requests.does;
import static io.rpcidl.samples.etcd.server.Requests.key;
import static io.rpcidl.samples.etcd.server.Requests.one;
import static io.rpcidl.samples.etcd.server.Requests.operation;
import static io.rpcidl.samples.etcd.server.Requests.prefix;
import static io.rpcidl.samples.etcd.server.Requests.put;
import static io.rpcidl.samples.etcd.server.Requests.range;
import static io.rpcidl.samples.etcd.server.Requests.reading;
import static io.rpcidl.samples.etcd.server.Requests.show;
import static io.rpcidl.samples.etcd.server.Requests.value;
import static io.rpcidl.samples.etcd.server.Requests.writing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.samples.etcd.kv.Compare;
import io.rpcidl.samples.etcd.kv.CompareResult;
import io.rpcidl.samples.etcd.kv.CompareTarget;
import io.rpcidl.samples.etcd.kv.DuplicateKey;
import io.rpcidl.samples.etcd.kv.RequestOp;
import io.rpcidl.samples.etcd.kv.ResponseOp;
import io.rpcidl.samples.etcd.kv.TooManyOperations;
import io.rpcidl.samples.etcd.kv.TransactionTooDeep;
import io.rpcidl.samples.etcd.kv.TxnRequest;
import io.rpcidl.samples.etcd.kv.TxnResponse;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.FutureRevision;
import io.rpcidl.samples.etcd.types.Keys;
import io.rpcidl.samples.etcd.types.LeaseId;
import io.rpcidl.samples.etcd.types.LeaseNotFound;
import io.rpcidl.samples.etcd.types.Revision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final KvHandler kv = new TestMember().kv;

    /** Revision 2 writes a, and 3 writes it again. */
    @BeforeEach
    void fill() throws Exception {
        kv.put(put("a", "1"));
        kv.put(put("a", "5"));
    }

    @Test
    void comparesAllTargets() throws Exception {
        assertThat(holds(one("a"), CompareResult.EQUAL, new CompareTarget.OfVersion(2)))
                .isTrue();
        assertThat(holds(one("a"), CompareResult.LESS, created(3))).isTrue();
        assertThat(holds(one("a"), CompareResult.GREATER, created(2))).isFalse();
        assertThat(holds(one("a"), CompareResult.GREATER, changed(2))).isTrue();
        assertThat(holds(one("a"), CompareResult.NOT_EQUAL, changed(3))).isFalse();
        assertThat(holds(one("a"), CompareResult.EQUAL, valued("5"))).isTrue();
        assertThat(holds(one("a"), CompareResult.LESS, valued("51"))).isTrue();
        assertThat(holds(one("a"), CompareResult.EQUAL, new CompareTarget.OfLease(new LeaseId(0))))
                .isTrue();
        assertThat(holds(one("a"), CompareResult.LESS, new CompareTarget.OfVersion(-1)))
                .isTrue();
    }

    @Test
    void keyThatIsNotThereHasRevisionZeroAndNoValue() throws Exception {
        assertThat(holds(one("z"), CompareResult.EQUAL, created(0))).isTrue();
        assertThat(holds(one("z"), CompareResult.EQUAL, new CompareTarget.OfVersion(0)))
                .isTrue();
        assertThat(holds(one("z"), CompareResult.EQUAL, valued(""))).isFalse();
        assertThat(holds(one("z"), CompareResult.NOT_EQUAL, valued("x"))).isFalse();
    }

    @Test
    void comparisonHoldsForEveryKeyOfItsRange() throws Exception {
        kv.put(put("ab", "5"));

        assertThat(holds(prefix("a"), CompareResult.EQUAL, valued("5"))).isTrue();
        assertThat(holds(prefix("a"), CompareResult.EQUAL, new CompareTarget.OfVersion(2)))
                .isFalse();
    }

    @Test
    void runsOneOfTheTwoLists() throws Exception {
        TxnRequest request = Requests.when(
                List.of(compare(one("a"), CompareResult.EQUAL, valued("5"))),
                operation(put("b", "yes")),
                operation(put("b", "no")));

        TxnResponse first = kv.txn(request);
        kv.put(put("a", "6"));
        TxnResponse second = kv.txn(request);

        assertThat(first.succeeded()).isTrue();
        assertThat(first.header().revision()).isEqualTo(new Revision(4));
        assertThat(second.succeeded()).isFalse();
        assertThat(contents()).containsExactly("a=6", "b=no");
    }

    @Test
    void readsWhatItHasWritten() throws Exception {
        TxnResponse response = kv.txn(does(
                operation(put("b", "1")),
                operation(range(all())),
                operation(delete(one("a"))),
                operation(range(all()))));

        assertThat(response.responses().get(1))
                .isInstanceOfSatisfying(
                        ResponseOp.OfRange.class,
                        read -> assertThat(show(read.range().kvs())).containsExactly("a=5", "b=1"));
        assertThat(response.responses().get(3))
                .isInstanceOfSatisfying(
                        ResponseOp.OfRange.class,
                        read -> assertThat(show(read.range().kvs())).containsExactly("b=1"));
        assertThat(kv.range(range(one("b"))).kvs().get(0).modRevision()).isEqualTo(new Revision(4));
    }

    @Test
    void readingAloneMakesNoRevision() throws Exception {
        assertThat(kv.txn(does(operation(range(all())))).header().revision()).isEqualTo(new Revision(3));
    }

    @Test
    void nestedComparisonsSeeTheStoreAsItWas() throws Exception {
        TxnRequest inner = Requests.when(
                List.of(compare(one("b"), CompareResult.EQUAL, created(0))),
                operation(put("c", "new")),
                operation(put("c", "old")));

        kv.txn(does(operation(put("b", "1")), operation(inner)));

        assertThat(contents()).containsExactly("a=5", "b=1", "c=new");
    }

    @Test
    void errorLeavesNothingBehind() throws Exception {
        RequestOp good = operation(put("b", "1"));
        RequestOp withoutLease =
                operation(writing("c", "1").lease(new LeaseId(9)).build());
        RequestOp future = operation(reading(all()).revision(new Revision(99)).build());

        assertThat(catchThrowableOfType(LeaseNotFound.class, () -> kv.txn(does(good, withoutLease))))
                .isNotNull();
        assertThat(catchThrowableOfType(FutureRevision.class, () -> kv.txn(does(good, operation(does(future))))))
                .isNotNull();

        assertThat(contents()).containsExactly("a=5");
        assertThat(kv.range(range(all())).header().revision()).isEqualTo(new Revision(3));
    }

    @Test
    void refusesKeysThatAreWrittenTwice() {
        RequestOp write = operation(put("ab", "1"));
        RequestOp deletion = operation(delete(prefix("a")));
        List<TxnRequest> requests = List.of(
                does(write, write),
                does(write, deletion),
                does(deletion, write),
                does(write, operation(does(write))),
                does(operation(does(write)), operation(does(write))),
                does(operation(does(deletion)), write),
                does(deletion, operation(does(write))),
                new TxnRequest(List.of(), List.of(), List.of(write, write)));
        for (TxnRequest request : requests) {
            assertThat(catchThrowableOfType(DuplicateKey.class, () -> kv.txn(request)))
                    .extracting(DuplicateKey::key)
                    .isEqualTo(key("ab"));
        }
    }

    @Test
    void takesKeysThatAreWrittenInOneListOrInTheOther() throws Exception {
        RequestOp write = operation(put("ab", "1"));
        RequestOp deletion = operation(delete(prefix("a")));

        kv.txn(new TxnRequest(List.of(), List.of(write), List.of(deletion)));
        kv.txn(does(operation(new TxnRequest(List.of(), List.of(write), List.of(deletion, deletion)))));

        assertThat(contents()).containsExactly("a=5", "ab=1");
    }

    @Test
    void refusesTooManyOperations() throws Exception {
        RequestOp read = operation(range(one("a")));
        Compare comparison = compare(one("a"), CompareResult.EQUAL, valued("5"));
        List<TxnRequest> requests = List.of(
                new TxnRequest(List.of(), Collections.nCopies(129, read), List.of()),
                new TxnRequest(List.of(), List.of(), Collections.nCopies(129, read)),
                new TxnRequest(Collections.nCopies(129, comparison), List.of(), List.of()));
        for (TxnRequest request : requests) {
            assertThat(catchThrowableOfType(TooManyOperations.class, () -> kv.txn(request)))
                    .extracting(TooManyOperations::maximum)
                    .isEqualTo(128L);
        }
        kv.txn(new TxnRequest(Collections.nCopies(128, comparison), Collections.nCopies(128, read), List.of()));
    }

    @Test
    void refusesTransactionsThatAreTooDeep() throws Exception {
        assertThat(kv.txn(nested(8)).succeeded()).isTrue();
        assertThat(catchThrowableOfType(TransactionTooDeep.class, () -> kv.txn(nested(9))))
                .extracting(TransactionTooDeep::maximum)
                .isEqualTo(8L);
    }

    @Test
    void refusesEmptyKeysInTheListThatIsNotRun() {
        for (RequestOp wrong :
                List.of(operation(put("", "1")), operation(range(one(""))), operation(delete(one(""))))) {
            TxnRequest request = new TxnRequest(List.of(), List.of(), new ArrayList<>(List.of(wrong)));
            assertThat(catchThrowableOfType(EmptyKey.class, () -> kv.txn(request)))
                    .isNotNull();
        }
    }

    private static TxnRequest nested(int depth) {
        TxnRequest request = does();
        for (int level = 1; level < depth; level++) {
            request = does(operation(request));
        }
        return request;
    }

    private boolean holds(Keys keys, CompareResult result, CompareTarget target) throws Exception {
        return kv.txn(new TxnRequest(List.of(compare(keys, result, target)), List.of(), List.of()))
                .succeeded();
    }

    private static CompareTarget created(long revision) {
        return new CompareTarget.OfCreateRevision(new Revision(revision));
    }

    private static CompareTarget changed(long revision) {
        return new CompareTarget.OfModRevision(new Revision(revision));
    }

    private static CompareTarget valued(String text) {
        return new CompareTarget.OfValue(value(text));
    }

    private List<String> contents() throws Exception {
        return show(kv.range(range(all())).kvs());
    }
}
