package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.kv.RequestOp;
import io.rpcidl.samples.etcd.kv.RequestOp.OfTxn;
import io.rpcidl.samples.etcd.kv.TxnRequest;
import io.rpcidl.samples.etcd.store.View;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.NotSupported;
import java.util.ArrayList;
import java.util.List;

/**
 * What a transaction will do: all comparisons, those of nested transactions too, are made before anything is written.
 *
 * @param succeeded whether the comparisons hold
 * @param steps the operations that follow from it
 */
record TransactionPlan(boolean succeeded, List<Step> steps) {

    /** One operation, or a nested transaction whose comparisons are made. */
    sealed interface Step {

        record Single(RequestOp operation) implements Step {}

        record Nested(TransactionPlan plan) implements Step {}
    }

    /** The plan for a transaction that was checked: the check bounds how deep this goes. */
    static TransactionPlan of(TxnRequest request, View view) throws EmptyKey, NotSupported {
        boolean succeeded = Comparisons.hold(request.compare(), view);
        List<Step> steps = new ArrayList<>();
        for (RequestOp operation : succeeded ? request.success() : request.failure()) {
            steps.add(
                    operation instanceof OfTxn txn ? new Step.Nested(of(txn.txn(), view)) : new Step.Single(operation));
        }
        return new TransactionPlan(succeeded, steps);
    }
}
