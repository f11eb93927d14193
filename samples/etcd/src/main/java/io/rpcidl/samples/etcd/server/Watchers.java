package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.store.Reading;
import io.rpcidl.samples.etcd.store.Store;
import io.rpcidl.samples.etcd.store.View;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.NotSupported;
import io.rpcidl.samples.etcd.types.Revision;
import io.rpcidl.samples.etcd.watch.WatchCanceled;
import io.rpcidl.samples.etcd.watch.WatchCreateRequest;
import io.rpcidl.samples.etcd.watch.WatchCreated;
import io.rpcidl.samples.etcd.watch.WatchId;
import io.rpcidl.samples.etcd.watch.WatchProgress;
import io.rpcidl.samples.etcd.watch.WatchRequest;
import io.rpcidl.samples.etcd.watch.WatchRequest.OfCancel;
import io.rpcidl.samples.etcd.watch.WatchRequest.OfCreate;
import io.rpcidl.samples.etcd.watch.WatchRequest.OfProgress;
import io.rpcidl.samples.etcd.watch.WatchResponse;
import io.rpcidl.transport.RpcClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The watchers of one stream: what requests mean, and what is to be told next. For one thread at a time. */
final class Watchers {

    /** Stands for no watcher, in the answer to a request that made none. */
    static final WatchId NONE = new WatchId(-1);

    /** The most watchers of one stream. */
    static final int MOST = 10_000;

    /** How long a watcher hears nothing before it is told its progress, if it wants to be; etcd's ten minutes. */
    static final Duration PROGRESS_INTERVAL = Duration.ofMinutes(10);

    private final Store store;
    private final Member member;
    private final RpcClock clock;
    /** In the order of their turns: who has told something goes to the end. */
    private final Map<WatchId, Watcher> watchers = new LinkedHashMap<>();

    /**
     * When those were last told something that want to be told their progress, in nanoseconds of the clock; who has waited
     * longest comes first.
     */
    private final Map<WatchId, Long> lastTold = new LinkedHashMap<>();

    /** Answers to requests: at most one, since the next request is taken when it is gone. */
    private final Deque<WatchResponse> answers = new ArrayDeque<>();

    private long lastId = -1;
    /** The revision up to which the client has asked to hear that everything was told; 0 when it has not. */
    private long progressAsked;
    /** The revision that all watchers have passed; 0 when one of them has not passed the newest one that was seen. */
    private long settled;

    Watchers(Store store, Member member, RpcClock clock) {
        this.store = store;
        this.member = member;
        this.clock = clock;
    }

    boolean isEmpty() {
        return watchers.isEmpty() && answers.isEmpty() && progressAsked == 0;
    }

    /** Whether the next request can be taken. */
    boolean isReady() {
        return answers.isEmpty();
    }

    void take(WatchRequest request) {
        try (Reading reading = store.read()) {
            if (request instanceof OfCreate create) {
                create(create.create(), reading);
            } else if (request instanceof OfCancel cancel) {
                WatchId id = cancel.cancel().watchId();
                if (remove(id)) {
                    answers.add(canceled(id, null, "", reading));
                }
            } else if (request instanceof OfProgress) {
                progressAsked = reading.revision();
            } else {
                answers.add(canceled(NONE, null, "this server does not know the request " + request, reading));
            }
        }
    }

    /** What is to be told next; null when there is nothing until the store changes, or time passes. */
    @Nullable
    WatchResponse next() {
        WatchResponse answer = answers.poll();
        if (answer != null) {
            return answer;
        }
        if (progressAsked > 0 && watchers.values().stream().allMatch(watcher -> watcher.hasPassed(progressAsked))) {
            WatchProgress all = new WatchProgress(member.header(progressAsked), null);
            progressAsked = 0;
            return new WatchResponse.OfProgress(all);
        }
        try (Reading reading = store.read()) {
            WatchResponse events = settled == reading.revision() ? null : events(reading);
            return events == null ? progress(reading) : events;
        }
    }

    private void create(WatchCreateRequest request, View view) {
        WatchId asked = request.watchId();
        if (watchers.size() == MOST) {
            answers.add(canceled(NONE, null, "the stream has " + MOST + " watchers; cancel one", view));
        } else if (asked != null && (asked.equals(NONE) || watchers.containsKey(asked))) {
            answers.add(canceled(NONE, null, "the watch id " + asked.value() + " is taken; choose another", view));
        } else {
            WatchId id = asked == null ? freeId() : asked;
            try {
                Watcher watcher = new Watcher(id, request, view);
                watchers.put(id, watcher);
                lastId = asked == null ? id.value() : lastId;
                settled = watcher.hasPassed(view.revision()) ? settled : 0;
                answers.add(new WatchResponse.OfCreated(new WatchCreated(member.header(view), id)));
                told(watcher);
            } catch (EmptyKey empty) {
                answers.add(canceled(NONE, null, "a key has no octets", view));
            } catch (NotSupported newer) {
                answers.add(canceled(NONE, null, "this server does not know " + newer.what(), view));
            }
        }
    }

    private WatchId freeId() {
        long id = lastId + 1;
        while (watchers.containsKey(new WatchId(id))) {
            id++;
        }
        return new WatchId(id);
    }

    /** Each watcher gets its turn: those that have something to tell, and those that are far behind, go to the end. */
    private @Nullable WatchResponse events(View view) {
        for (int behind = watchers.size(); behind > 0; behind--) {
            Watcher watcher = watchers.values().iterator().next();
            WatchResponse told = advance(watcher, view);
            if (watchers.remove(watcher.id(), watcher)) {
                watchers.put(watcher.id(), watcher);
            }
            if (told != null) {
                told(watcher);
                return told;
            }
        }
        boolean all = watchers.values().stream().allMatch(watcher -> watcher.hasPassed(view.revision()));
        settled = all ? view.revision() : 0;
        return null;
    }

    private @Nullable WatchResponse advance(Watcher watcher, View view) {
        if (watcher.isCompacted(view)) {
            remove(watcher.id());
            Revision oldest = new Revision(view.compactRevision());
            return canceled(watcher.id(), oldest, "the history that the watcher needs is compacted", view);
        }
        try {
            return watcher.advance(member, view);
        } catch (TooLargeException tooLarge) {
            remove(watcher.id());
            return canceled(watcher.id(), null, String.valueOf(tooLarge.getMessage()), view);
        }
    }

    /** Whether a watcher may have more to tell, or more revisions to look at. */
    boolean isBehind() {
        return settled == 0;
    }

    private @Nullable WatchResponse progress(View view) {
        for (Map.Entry<WatchId, Long> last : lastTold.entrySet()) {
            if (clock.nanoTime() - last.getValue() < PROGRESS_INTERVAL.toNanos()) {
                return null;
            }
            Watcher watcher = watchers.get(last.getKey());
            if (watcher != null && watcher.hasPassed(view.revision())) {
                told(watcher);
                return new WatchResponse.OfProgress(new WatchProgress(member.header(view), watcher.id()));
            }
        }
        return null;
    }

    private void told(Watcher watcher) {
        if (watcher.wantsProgress() && watchers.containsKey(watcher.id())) {
            lastTold.remove(watcher.id());
            lastTold.put(watcher.id(), clock.nanoTime());
        }
    }

    private boolean remove(WatchId id) {
        lastTold.remove(id);
        return watchers.remove(id) != null;
    }

    private WatchResponse canceled(WatchId id, @Nullable Revision compact, String reason, View view) {
        return new WatchResponse.OfCanceled(new WatchCanceled(member.header(view), id, compact, reason));
    }
}
