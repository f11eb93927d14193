package io.rpcidl.call;

import io.rpcidl.call.NonBlockingThreads.Owner;
import io.rpcidl.value.DeclaredErrorException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Items for one subscriber, which is told of them on an executor, one signal after the other (Reactive Streams 1.3). */
final class PublishedItems<T> extends ReceivedItems<T> implements Flow.Subscription, Runnable {
    private final Executor executor;
    private final AtomicReference<Flow.@Nullable Subscriber<? super T>> subscriber = new AtomicReference<>();
    private final AtomicLong demand = new AtomicLong();
    /** How many wishes to run there are: who makes the first one schedules a run. */
    private final AtomicInteger wishes = new AtomicInteger();

    private final AtomicBoolean badRequest = new AtomicBoolean();
    private volatile boolean cancelled;
    private boolean begun;
    private boolean over;

    PublishedItems(Source source, Form<T> form, Executor executor) {
        super(source, form);
        this.executor = executor;
    }

    /** Takes the one subscriber; false when there is one. */
    boolean subscribe(Flow.Subscriber<? super T> taker) {
        if (!subscriber.compareAndSet(null, Objects.requireNonNull(taker, "subscriber"))) {
            return false;
        }
        wake();
        return true;
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            badRequest.set(true);
        } else {
            demand.getAndAccumulate(count, (before, more) -> before + more < 0 ? Long.MAX_VALUE : before + more);
        }
        wake();
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (abandon()) {
            link().abandon();
        }
        wake();
    }

    @Override
    void wake() {
        if (wishes.getAndIncrement() == 0) {
            try {
                executor.execute(this);
            } catch (RuntimeException | Error refused) {
                run(); // the subscriber is told in any case, even where no executor wants to
            }
        }
    }

    /**
     * Where signals come on the loop, and the subscriber waits for an item, it has this one at once: without a copy, a queue
     * and a run between.
     */
    @Override
    boolean takeHere(byte[] bytes, int offset, int length) {
        if (executor != DirectExecutor.INSTANCE || !isEmpty() || !wishes.compareAndSet(0, 1)) {
            return false;
        }
        NonBlockingThreads.enter();
        try {
            Flow.Subscriber<? super T> taker = subscriber.get();
            boolean taken = false;
            if (taker != null && begun && !over && !cancelled && !badRequest.get() && demand.get() > 0) {
                taken = true;
                take(taker, bytes, offset, length);
            }
            if (wishes.decrementAndGet() > 0) {
                emit();
            }
            return taken;
        } finally {
            NonBlockingThreads.leave(Owner.LOOP);
        }
    }

    private void take(Flow.Subscriber<? super T> taker, byte[] bytes, int offset, int length) {
        T item;
        try {
            item = decode(bytes, offset, length);
        } catch (RuntimeException undecodable) {
            fail(taker, undecodable);
            return;
        }
        try {
            give(taker, item);
            if (cancelled || badRequest.get() || demand.get() == 0) {
                emitOnce(); // else it waits, as before
            }
        } catch (RuntimeException | Error faulty) {
            letGo();
        }
    }

    private void give(Flow.Subscriber<? super T> taker, T item) {
        if (demand.get() != Long.MAX_VALUE) {
            demand.decrementAndGet();
        }
        taker.onNext(item);
    }

    @Override
    public void run() {
        NonBlockingThreads.run(this::emit);
    }

    private void emit() {
        int seen = wishes.get();
        do {
            try {
                emitOnce();
            } catch (RuntimeException | Error faulty) {
                letGo();
            }
            seen = wishes.addAndGet(-seen);
        } while (seen > 0);
    }

    /** A subscriber must not throw (§2.13): it hears no more. */
    private void letGo() {
        over = true;
        subscriber.set(Nobody.instance());
        cancel();
    }

    private void emitOnce() {
        Flow.Subscriber<? super T> taker = subscriber.get();
        if (taker == null || over) {
            return;
        }
        if (!begun) {
            begun = true;
            taker.onSubscribe(this);
        }
        waiting(false);
        while (!cancelled && !badRequest.get() && demand.get() > 0) {
            T item;
            try {
                item = poll();
            } catch (RuntimeException undecodable) {
                fail(taker, undecodable);
                return;
            }
            if (item == null) {
                break;
            }
            give(taker, item);
        }
        if (cancelled) {
            over = true;
            subscriber.set(Nobody.instance()); // §3.13: lets go of the subscriber
        } else if (badRequest.get()) {
            fail(taker, new IllegalArgumentException("a request must be above 0 (§3.9)"));
        } else if (exhausted()) {
            complete(taker);
        } else if (demand.get() > 0) {
            waitForMore();
        }
    }

    private void waitForMore() {
        waiting(true);
        if (!isEmpty() || exhausted()) {
            wake(); // it came just before we began to wait
        }
    }

    private void complete(Flow.Subscriber<? super T> taker) {
        over = true;
        try {
            checkEnd();
        } catch (DeclaredErrorException | RuntimeException failure) {
            taker.onError(failure);
            return;
        }
        taker.onComplete();
    }

    private void fail(Flow.Subscriber<? super T> taker, RuntimeException failure) {
        over = true;
        if (abandon()) {
            link().abandon();
        }
        taker.onError(failure);
    }

    /** Takes the place of a subscriber who hears no more. */
    private static final class Nobody implements Flow.Subscriber<Object> {
        private static final Nobody INSTANCE = new Nobody();

        static <T> Flow.Subscriber<? super T> instance() {
            return INSTANCE;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {}

        @Override
        public void onNext(Object item) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
