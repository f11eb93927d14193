package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.kv.DuplicateKey;
import io.rpcidl.samples.etcd.kv.KeyNotFound;
import io.rpcidl.samples.etcd.kv.LeaseProvided;
import io.rpcidl.samples.etcd.kv.RequestOp;
import io.rpcidl.samples.etcd.kv.RequestOp.OfDeleteRange;
import io.rpcidl.samples.etcd.kv.RequestOp.OfPut;
import io.rpcidl.samples.etcd.kv.RequestOp.OfRange;
import io.rpcidl.samples.etcd.kv.ResponseOp;
import io.rpcidl.samples.etcd.kv.TooManyOperations;
import io.rpcidl.samples.etcd.kv.TransactionTooDeep;
import io.rpcidl.samples.etcd.kv.TxnRequest;
import io.rpcidl.samples.etcd.kv.TxnResponse;
import io.rpcidl.samples.etcd.kv.ValueProvided;
import io.rpcidl.samples.etcd.server.TransactionPlan.Step;
import io.rpcidl.samples.etcd.store.Change;
import io.rpcidl.samples.etcd.types.Compacted;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.FutureRevision;
import io.rpcidl.samples.etcd.types.LeaseNotFound;
import io.rpcidl.samples.etcd.types.NoSpace;
import io.rpcidl.samples.etcd.types.NotSupported;
import java.util.ArrayList;
import java.util.List;

/** Answers transactions, as part of a change that the caller commits, so that an error leaves nothing behind. */
final class Transactions {

    private final Member member;
    private final Ranges ranges;
    private final Writes writes;

    Transactions(Member member, Ranges ranges, Writes writes) {
        this.member = member;
        this.ranges = ranges;
        this.writes = writes;
    }

    TxnResponse run(TxnRequest request, Change change)
            throws EmptyKey, Compacted, FutureRevision, LeaseNotFound, KeyNotFound, ValueProvided, LeaseProvided,
                    NoSpace, DuplicateKey, TooManyOperations, TransactionTooDeep, NotSupported {
        TransactionCheck.check(request);
        return run(TransactionPlan.of(request, change), change);
    }

    private TxnResponse run(TransactionPlan plan, Change change)
            throws EmptyKey, Compacted, FutureRevision, LeaseNotFound, KeyNotFound, ValueProvided, LeaseProvided,
                    NoSpace, NotSupported {
        List<ResponseOp> responses = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof Step.Nested nested) {
                responses.add(new ResponseOp.OfTxn(run(nested.plan(), change)));
            } else if (step instanceof Step.Single single) {
                responses.add(run(single.operation(), change));
            }
        }
        return TxnResponse.builder()
                .header(member.header(change))
                .succeeded(plan.succeeded())
                .responses(responses)
                .build();
    }

    private ResponseOp run(RequestOp operation, Change change)
            throws EmptyKey, Compacted, FutureRevision, LeaseNotFound, KeyNotFound, ValueProvided, LeaseProvided,
                    NoSpace, NotSupported {
        if (operation instanceof OfRange range) {
            return new ResponseOp.OfRange(ranges.read(range.range(), change));
        }
        if (operation instanceof OfPut put) {
            return new ResponseOp.OfPut(writes.put(put.put(), change));
        }
        if (operation instanceof OfDeleteRange delete) {
            return new ResponseOp.OfDeleteRange(writes.delete(delete.deleteRange(), change));
        }
        throw new NotSupported("an operation " + operation);
    }
}
