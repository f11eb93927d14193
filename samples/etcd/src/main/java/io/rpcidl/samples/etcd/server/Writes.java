package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.kv.DeleteRangeRequest;
import io.rpcidl.samples.etcd.kv.DeleteRangeResponse;
import io.rpcidl.samples.etcd.kv.KeyNotFound;
import io.rpcidl.samples.etcd.kv.LeaseProvided;
import io.rpcidl.samples.etcd.kv.PutRequest;
import io.rpcidl.samples.etcd.kv.PutResponse;
import io.rpcidl.samples.etcd.kv.ValueProvided;
import io.rpcidl.samples.etcd.store.Change;
import io.rpcidl.samples.etcd.store.Entry;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.LeaseId;
import io.rpcidl.samples.etcd.types.LeaseNotFound;
import io.rpcidl.samples.etcd.types.NoSpace;
import io.rpcidl.samples.etcd.types.NotSupported;
import io.rpcidl.value.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers requests to write and to delete, as part of a change that the caller commits. */
final class Writes {

    private final Member member;
    private final Space space;

    Writes(Member member, Space space) {
        this.member = member;
        this.space = space;
    }

    PutResponse put(PutRequest request, Change change)
            throws EmptyKey, LeaseNotFound, KeyNotFound, ValueProvided, LeaseProvided, NoSpace {
        Bytes key = KeyRanges.octets(request.key());
        Entry before = change.get(key);
        Bytes value = value(request, before);
        long lease = lease(request, before);
        if (lease != Entry.NO_LEASE && change.lease(lease) == null) {
            throw new LeaseNotFound(new LeaseId(lease));
        }
        space.require(change, (long) key.size() + value.size());
        change.put(key, value, lease);
        return PutResponse.builder()
                .header(member.header(change))
                .prevKv(request.prevKv() && before != null ? KeyValues.of(before) : null)
                .build();
    }

    DeleteRangeResponse delete(DeleteRangeRequest request, Change change) throws EmptyKey, NotSupported {
        List<Entry> deleted = change.delete(KeyRanges.of(request.keys()));
        return DeleteRangeResponse.builder()
                .header(member.header(change))
                .deleted(deleted.size())
                .prevKvs(request.prevKv() ? KeyValues.of(deleted) : List.of())
                .build();
    }

    private static Bytes value(PutRequest request, @Nullable Entry before) throws KeyNotFound, ValueProvided {
        Bytes given = request.value().value();
        if (!request.ignoreValue()) {
            return given;
        }
        if (!given.isEmpty()) {
            throw new ValueProvided(request.key());
        }
        return existing(request, before).value();
    }

    private static long lease(PutRequest request, @Nullable Entry before) throws KeyNotFound, LeaseProvided {
        LeaseId asked = request.lease();
        long given = asked == null ? Entry.NO_LEASE : asked.value();
        if (!request.ignoreLease()) {
            return given;
        }
        if (given != Entry.NO_LEASE) {
            throw new LeaseProvided(request.key());
        }
        return existing(request, before).lease();
    }

    private static Entry existing(PutRequest request, @Nullable Entry before) throws KeyNotFound {
        if (before == null) {
            throw new KeyNotFound(request.key());
        }
        return before;
    }
}
