package io.rpcidl.samples.etcd.server;

import static io.rpcidl.samples.etcd.server.Requests.delete;
import static io.rpcidl.samples.etcd.server.Requests.one;
import static io.rpcidl.samples.etcd.server.Requests.operation;
import static io.rpcidl.samples.etcd.server.Requests.prefix;
import static io.rpcidl.samples.etcd.server.Requests.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.samples.etcd.kv.DuplicateKey;
import io.rpcidl.samples.etcd.kv.RequestOp;
import io.rpcidl.samples.etcd.kv.RequestOp.OfDeleteRange;
import io.rpcidl.samples.etcd.kv.RequestOp.OfPut;
import io.rpcidl.samples.etcd.kv.RequestOp.OfTxn;
import io.rpcidl.samples.etcd.kv.TxnRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TransactionCheckProperties {

    private static final String[] KEYS = {"a", "b", "ba", "c", "d", "e", "f", "g"};

    @Property(tries = 1_000)
    void findsWhatWalkingEveryWayFinds(@ForAll("transactions") TxnRequest transaction) throws Exception {
        boolean refused = false;
        try {
            TransactionCheck.check(transaction);
        } catch (DuplicateKey duplicate) {
            refused = true;
        }
        assertThat(refused).isEqualTo(ways(transaction).stream().anyMatch(way -> writesTwice(way)));
    }

    @Provide
    Arbitrary<TxnRequest> transactions() {
        return transactions(3);
    }

    private static Arbitrary<TxnRequest> transactions(int depth) {
        Arbitrary<RequestOp> write = Arbitraries.of(KEYS).map(key -> operation(put(key, "1")));
        Arbitrary<RequestOp> deletion = Arbitraries.of(operation(delete(prefix("b"))), operation(delete(one("c"))));
        Arbitrary<RequestOp> any = depth == 1
                ? Arbitraries.oneOf(write, write, deletion)
                : Arbitraries.oneOf(write, deletion, transactions(depth - 1).map(Requests::operation));
        Arbitrary<List<RequestOp>> operations = any.list().ofMaxSize(2);
        return Combinators.combine(operations, operations)
                .as((success, failure) -> new TxnRequest(List.of(), success, failure));
    }

    /** Every list of writes and deletions that the transaction can come to. */
    private static List<List<RequestOp>> ways(TxnRequest transaction) {
        List<List<RequestOp>> ways = ways(transaction.success());
        ways.addAll(ways(transaction.failure()));
        return ways;
    }

    private static List<List<RequestOp>> ways(List<RequestOp> operations) {
        List<List<RequestOp>> ways = new ArrayList<>(List.of(List.of()));
        for (RequestOp operation : operations) {
            List<List<RequestOp>> next = operation instanceof OfTxn txn ? ways(txn.txn()) : List.of(List.of(operation));
            List<List<RequestOp>> longer = new ArrayList<>();
            for (List<RequestOp> way : ways) {
                for (List<RequestOp> step : next) {
                    List<RequestOp> both = new ArrayList<>(way);
                    both.addAll(step);
                    longer.add(both);
                }
            }
            ways = longer;
        }
        return ways;
    }

    private static boolean writesTwice(List<RequestOp> way) {
        Set<String> written = new HashSet<>();
        for (RequestOp operation : way) {
            if (operation instanceof OfPut write
                    && !written.add(Requests.text(write.put().key()))) {
                return true;
            }
        }
        return way.stream()
                .filter(OfDeleteRange.class::isInstance)
                .anyMatch(deletion -> written.stream().anyMatch(key -> covers((OfDeleteRange) deletion, key)));
    }

    private static boolean covers(OfDeleteRange deletion, String key) {
        return deletion.deleteRange().keys().equals(prefix("b")) ? key.startsWith("b") : key.equals("c");
    }
}
