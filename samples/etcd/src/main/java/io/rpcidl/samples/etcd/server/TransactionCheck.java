package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.kv.Compare;
import io.rpcidl.samples.etcd.kv.DuplicateKey;
import io.rpcidl.samples.etcd.kv.KvConstants;
import io.rpcidl.samples.etcd.kv.RequestOp;
import io.rpcidl.samples.etcd.kv.RequestOp.OfDeleteRange;
import io.rpcidl.samples.etcd.kv.RequestOp.OfPut;
import io.rpcidl.samples.etcd.kv.RequestOp.OfRange;
import io.rpcidl.samples.etcd.kv.RequestOp.OfTxn;
import io.rpcidl.samples.etcd.kv.TooManyOperations;
import io.rpcidl.samples.etcd.kv.TransactionTooDeep;
import io.rpcidl.samples.etcd.kv.TxnRequest;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.NotSupported;
import java.util.ArrayList;
import java.util.List;

/** Refuses transactions that can be seen to be wrong without looking at the store. */
final class TransactionCheck {

    private TransactionCheck() {}

    static void check(TxnRequest request)
            throws EmptyKey, DuplicateKey, TooManyOperations, TransactionTooDeep, NotSupported {
        written(request, 1);
    }

    private static WrittenKeys written(TxnRequest request, int depth)
            throws EmptyKey, DuplicateKey, TooManyOperations, TransactionTooDeep, NotSupported {
        if (depth > KvConstants.MAX_TRANSACTION_DEPTH) {
            throw new TransactionTooDeep(KvConstants.MAX_TRANSACTION_DEPTH);
        }
        requireFew(request.compare());
        for (Compare comparison : request.compare()) {
            KeyRanges.of(comparison.keys());
        }
        WrittenKeys written = written(request.success(), depth);
        written.addEither(written(request.failure(), depth));
        return written;
    }

    private static WrittenKeys written(List<RequestOp> operations, int depth)
            throws EmptyKey, DuplicateKey, TooManyOperations, TransactionTooDeep, NotSupported {
        requireFew(operations);
        WrittenKeys written = new WrittenKeys();
        List<WrittenKeys> nested = new ArrayList<>();
        for (RequestOp operation : operations) {
            if (operation instanceof OfRange range) {
                KeyRanges.of(range.range().keys());
            } else if (operation instanceof OfPut put) {
                written.put(KeyRanges.octets(put.put().key()));
            } else if (operation instanceof OfDeleteRange delete) {
                written.delete(KeyRanges.of(delete.deleteRange().keys()));
            } else if (operation instanceof OfTxn txn) {
                nested.add(written(txn.txn(), depth + 1));
            } else {
                throw new NotSupported("an operation " + operation);
            }
        }
        written.requireDisjoint();
        for (WrittenKeys inner : nested) {
            written.addBoth(inner);
        }
        return written;
    }

    private static void requireFew(List<?> list) throws TooManyOperations {
        if (list.size() > KvConstants.MAX_TRANSACTION_OPERATIONS) {
            throw new TooManyOperations(KvConstants.MAX_TRANSACTION_OPERATIONS);
        }
    }
}
