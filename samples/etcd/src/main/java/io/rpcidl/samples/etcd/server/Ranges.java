package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.kv.RangeRequest;
import io.rpcidl.samples.etcd.kv.RangeResponse;
import io.rpcidl.samples.etcd.store.Entry;
import io.rpcidl.samples.etcd.store.View;
import io.rpcidl.samples.etcd.types.Compacted;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.FutureRevision;
import io.rpcidl.samples.etcd.types.KeyValue;
import io.rpcidl.samples.etcd.types.NotSupported;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers requests to read. */
final class Ranges {

    private final Member member;

    Ranges(Member member) {
        this.member = member;
    }

    RangeResponse read(RangeRequest request, View view) throws EmptyKey, Compacted, FutureRevision, NotSupported {
        long revision = Revisions.readable(request.revision(), view);
        List<Entry> all = view.range(KeyRanges.of(request.keys()), revision);
        List<Entry> chosen = request.countOnly() ? List.of() : choose(all, request);
        List<Entry> returned = limit(chosen, request.limit());
        Function<Entry, KeyValue> show = request.keysOnly() ? KeyValues::withoutValue : KeyValues::of;
        return RangeResponse.builder()
                .header(member.header(view))
                .kvs(returned.stream().map(show).toList())
                .more(returned.size() < chosen.size())
                .count(all.size())
                .build();
    }

    private static List<Entry> choose(List<Entry> entries, RangeRequest request) {
        RevisionBounds bounds = new RevisionBounds(request);
        return entries.stream()
                .filter(entry -> bounds.admit(entry.stamp()))
                .sorted(EntryOrder.of(request.sortTarget(), request.sortOrder()))
                .toList();
    }

    private static List<Entry> limit(List<Entry> entries, @Nullable Long limit) {
        if (limit == null || limit == 0 || Long.compareUnsigned(limit, entries.size()) >= 0) {
            return entries;
        }
        return entries.subList(0, limit.intValue());
    }
}
