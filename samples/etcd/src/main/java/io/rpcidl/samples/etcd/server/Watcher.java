package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.store.Entry;
import io.rpcidl.samples.etcd.store.KeyRange;
import io.rpcidl.samples.etcd.store.Version;
import io.rpcidl.samples.etcd.store.View;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.Event;
import io.rpcidl.samples.etcd.types.NotSupported;
import io.rpcidl.samples.etcd.types.Revision;
import io.rpcidl.samples.etcd.watch.WatchCreateRequest;
import io.rpcidl.samples.etcd.watch.WatchEvents;
import io.rpcidl.samples.etcd.watch.WatchFilter;
import io.rpcidl.samples.etcd.watch.WatchId;
import io.rpcidl.samples.etcd.watch.WatchResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One watcher of a stream. It holds no events, only how far it has come: what it tells is read from the history of the store
 * when its client has room for it. So one that is slow falls behind, and costs no memory. For one thread at a time.
 */
final class Watcher {

    /** An answer that has so many octets of events goes out before the next revision is looked at. */
    static final long ENOUGH = 64 << 10;

    /** The most octets of events in one answer: what fits a message of 4 MiB with its other fields. */
    static final long MOST = 3 << 20;

    /** How many revisions are looked at before others have their turn. */
    static final int REVISIONS_A_TURN = 1_000;

    private final WatchId id;
    private final WatchCreateRequest request;
    private final KeyRange range;
    private long next;
    private int told;

    /**
     * @param view the store when the watcher was asked for
     * @throws NotSupported if a newer client asks for something that is not known here
     */
    Watcher(WatchId id, WatchCreateRequest request, View view) throws EmptyKey, NotSupported {
        this.id = id;
        this.request = request;
        this.range = KeyRanges.of(request.keys());
        Revision start = request.startRevision();
        this.next = start == null ? view.revision() + 1 : start.value();
        for (WatchFilter filter : request.filters()) {
            if (filter.known() == WatchFilter.Known.UNKNOWN) {
                throw new NotSupported("the filter " + filter);
            }
        }
    }

    WatchId id() {
        return id;
    }

    boolean wantsProgress() {
        return request.progressNotify();
    }

    /** Whether it needs a revision whose history is gone. */
    boolean isCompacted(View view) {
        return Long.compareUnsigned(next, view.compactRevision()) < 0;
    }

    /** Whether everything up to a revision has been told. */
    boolean hasPassed(long revision) {
        return Long.compareUnsigned(next, revision) > 0;
    }

    /**
     * What is to be told next; null when there is nothing up to now, or in the revisions of one turn.
     *
     * @throws TooLargeException if the events of one revision do not fit an answer
     */
    @Nullable
    WatchResponse advance(Member member, View view) throws TooLargeException {
        List<Event> events = new ArrayList<>();
        long octets = 0;
        boolean goesOn = false;
        for (int turn = 0; turn < REVISIONS_A_TURN && !hasPassed(view.revision()) && octets < ENOUGH; turn++) {
            List<Version> wanted =
                    view.changes(next).stream().filter(this::wants).toList();
            long all = octetsOf(wanted.subList(told, wanted.size()), view);
            if (!events.isEmpty() && octets + all > MOST) {
                break;
            }
            int end = all <= MOST ? wanted.size() : fragmentEnd(wanted, view);
            wanted.subList(told, end).forEach(step -> events.add(event(step, view)));
            octets += all;
            goesOn = end < wanted.size();
            told = goesOn ? end : 0;
            next += goesOn ? 0 : 1;
        }
        return events.isEmpty()
                ? null
                : new WatchResponse.OfEvents(new WatchEvents(member.header(view), id, events, goesOn));
    }

    /** Where an answer has to end that begins with the events of the next revision which were not told. */
    private int fragmentEnd(List<Version> wanted, View view) throws TooLargeException {
        int end = told;
        long octets = 0;
        while (octets <= MOST) {
            octets += octets(wanted.get(end), view);
            end++;
        }
        if (!request.fragment() || end - 1 == told) {
            throw new TooLargeException(
                    "the events of revision " + next + " take more than " + MOST + " octets; watch fewer keys"
                            + (request.fragment() ? ", or ask for no previous values" : ", or ask for fragments"));
        }
        return end - 1;
    }

    private long octetsOf(List<Version> steps, View view) {
        return steps.stream().mapToLong(step -> octets(step, view)).sum();
    }

    private long octets(Version step, View view) {
        return Events.octets(step, previous(step, view));
    }

    private @Nullable Entry previous(Version step, View view) {
        return request.prevKv() ? view.before(step) : null;
    }

    private boolean wants(Version step) {
        WatchFilter unwanted = step.entry() == null ? WatchFilter.NO_DELETE : WatchFilter.NO_PUT;
        return range.contains(step.key()) && !request.filters().contains(unwanted);
    }

    private Event event(Version step, View view) {
        return Events.of(step, previous(step, view));
    }
}
