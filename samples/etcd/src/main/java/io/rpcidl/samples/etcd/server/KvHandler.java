package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.kv.CompactionRequest;
import io.rpcidl.samples.etcd.kv.CompactionResponse;
import io.rpcidl.samples.etcd.kv.DeleteRangeRequest;
import io.rpcidl.samples.etcd.kv.DeleteRangeResponse;
import io.rpcidl.samples.etcd.kv.DuplicateKey;
import io.rpcidl.samples.etcd.kv.KV;
import io.rpcidl.samples.etcd.kv.KeyNotFound;
import io.rpcidl.samples.etcd.kv.LeaseProvided;
import io.rpcidl.samples.etcd.kv.PutRequest;
import io.rpcidl.samples.etcd.kv.PutResponse;
import io.rpcidl.samples.etcd.kv.RangeRequest;
import io.rpcidl.samples.etcd.kv.RangeResponse;
import io.rpcidl.samples.etcd.kv.TooManyOperations;
import io.rpcidl.samples.etcd.kv.TransactionTooDeep;
import io.rpcidl.samples.etcd.kv.TxnRequest;
import io.rpcidl.samples.etcd.kv.TxnResponse;
import io.rpcidl.samples.etcd.kv.ValueProvided;
import io.rpcidl.samples.etcd.store.Change;
import io.rpcidl.samples.etcd.store.Reading;
import io.rpcidl.samples.etcd.store.Store;
import io.rpcidl.samples.etcd.types.Compacted;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.FutureRevision;
import io.rpcidl.samples.etcd.types.LeaseNotFound;
import io.rpcidl.samples.etcd.types.NoSpace;
import io.rpcidl.samples.etcd.types.NotSupported;

/** The key-value service: one reading or one change of the store for each call. */
final class KvHandler implements KV {

    private final Store store;
    private final Member member;
    private final Ranges ranges;
    private final Writes writes;
    private final Transactions transactions;

    KvHandler(Store store, Member member, Space space) {
        this.store = store;
        this.member = member;
        this.ranges = new Ranges(member);
        this.writes = new Writes(member, space);
        this.transactions = new Transactions(member, ranges, writes);
    }

    @Override
    public RangeResponse range(RangeRequest request) throws EmptyKey, Compacted, FutureRevision, NotSupported {
        try (Reading reading = store.read()) {
            return ranges.read(request, reading);
        }
    }

    @Override
    public PutResponse put(PutRequest request)
            throws EmptyKey, LeaseNotFound, KeyNotFound, ValueProvided, LeaseProvided, NoSpace {
        try (Change change = store.change()) {
            PutResponse response = writes.put(request, change);
            change.commit();
            return response;
        }
    }

    @Override
    public DeleteRangeResponse deleteRange(DeleteRangeRequest request) throws EmptyKey, NotSupported {
        try (Change change = store.change()) {
            DeleteRangeResponse response = writes.delete(request, change);
            change.commit();
            return response;
        }
    }

    @Override
    public TxnResponse txn(TxnRequest request)
            throws EmptyKey, Compacted, FutureRevision, LeaseNotFound, KeyNotFound, ValueProvided, LeaseProvided,
                    NoSpace, DuplicateKey, TooManyOperations, TransactionTooDeep, NotSupported {
        try (Change change = store.change()) {
            TxnResponse response = transactions.run(request, change);
            change.commit();
            return response;
        }
    }

    @Override
    public CompactionResponse compact(CompactionRequest request) throws Compacted, FutureRevision {
        try (Change change = store.change()) {
            change.compact(Revisions.compactable(request.revision(), change));
            change.commit();
            return new CompactionResponse(member.header(change));
        }
    }
}
