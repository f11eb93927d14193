package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.watch.WatchRequest;
import io.rpcidl.samples.etcd.watch.WatchResponse;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One stream of answers and the requests that come with it. All of its work is done by one run at a time on an executor: it
 * tells only what the client has room for, and takes a request only when the one before is answered.
 *
 * <p>When the client has sent its last request, the stream ends with its last watcher.
 */
final class WatchStream implements Flow.Subscription, Runnable {

    /** How many answers go out before other streams have their turn. */
    private static final int ANSWERS_A_TURN = 16;

    private final Watchers watchers;
    private final Executor executor;
    private final Flow.Subscriber<? super WatchResponse> subscriber;
    private final AtomicLong demand = new AtomicLong();
    /** How many wishes to run there are: who makes the first one schedules a run. */
    private final AtomicInteger wishes = new AtomicInteger();

    private final AtomicReference<@Nullable WatchRequest> request = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile Flow.@Nullable Subscription requests;
    private volatile boolean requestsEnded;
    private volatile boolean cancelled;
    private volatile boolean closing;
    private Runnable ended = () -> {};
    private boolean over;

    WatchStream(Watchers watchers, Executor executor, Flow.Subscriber<? super WatchResponse> subscriber) {
        this.watchers = watchers;
        this.executor = executor;
        this.subscriber = subscriber;
    }

    /** What to do when the stream has ended; to be said before it starts. */
    void whenOver(Runnable told) {
        ended = told;
    }

    void start(Flow.Publisher<WatchRequest> source) {
        subscriber.onSubscribe(this);
        source.subscribe(new Requests());
    }

    /** There may be something to tell. Any thread; never waits. */
    void wake() {
        if (wishes.getAndIncrement() == 0) {
            executor.execute(this);
        }
    }

    /** Ends the stream as if its last watcher had ended. Any thread. */
    void close() {
        closing = true;
        wake();
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            failure.compareAndSet(null, new IllegalArgumentException("a request must be above 0 (§3.9)"));
        } else {
            demand.getAndAccumulate(count, (before, more) -> before + more < 0 ? Long.MAX_VALUE : before + more);
        }
        wake();
    }

    @Override
    public void cancel() {
        cancelled = true;
        wake();
    }

    @Override
    public void run() {
        int seen = wishes.get();
        boolean more = !over && guardedTurn();
        if (wishes.addAndGet(-seen) > 0 || (more && wishes.getAndIncrement() == 0)) {
            executor.execute(this);
        }
    }

    /** A fault of ours ends this stream, and is in the log; nobody else is held up. */
    private boolean guardedTurn() {
        try {
            return turn();
        } catch (RuntimeException | Error fault) {
            end();
            subscriber.onError(fault);
            return false;
        }
    }

    /** Tells what there is to tell; true when that was not all. */
    private boolean turn() {
        for (int answers = 0; answers < ANSWERS_A_TURN; answers++) {
            if (mustEnd()) {
                return false;
            }
            takeRequest();
            WatchResponse answer = demand.get() > 0 ? watchers.next() : null;
            if (answer == null) {
                return atRest();
            }
            demand.decrementAndGet();
            subscriber.onNext(answer);
        }
        return true;
    }

    /** Nothing can be told now: ends where that is all there will be; true when there is more to look at. */
    private boolean atRest() {
        if (closing || (requestsEnded && request.get() == null && watchers.isEmpty())) {
            end();
            subscriber.onComplete();
            return false;
        }
        return demand.get() > 0 && (watchers.isBehind() || (request.get() != null && watchers.isReady()));
    }

    private void takeRequest() {
        WatchRequest next = watchers.isReady() ? request.getAndSet(null) : null;
        if (next != null) {
            watchers.take(next);
            Flow.Subscription from = requests;
            if (from != null) {
                from.request(1);
            }
        }
    }

    private boolean mustEnd() {
        Throwable failed = failure.get();
        if (cancelled) {
            end();
        } else if (failed != null) {
            end();
            subscriber.onError(failed);
        }
        return over;
    }

    private void end() {
        over = true;
        Flow.Subscription from = requests;
        if (from != null) {
            from.cancel();
        }
        ended.run();
    }

    /** Takes the requests, one at a time. */
    private final class Requests implements Flow.Subscriber<WatchRequest> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            requests = subscription;
            subscription.request(1);
        }

        @Override
        public void onNext(WatchRequest next) {
            request.set(next);
            wake();
        }

        @Override
        public void onError(Throwable thrown) {
            failure.compareAndSet(null, thrown);
            wake();
        }

        @Override
        public void onComplete() {
            requestsEnded = true;
            wake();
        }
    }
}
