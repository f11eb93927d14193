package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Makes the calls of one client that have streams; what is wrong with one before it is submitted fails it as not executed. */
public final class ClientStreams {
    private final Starter calls;
    private final ClientCalls.Workers workers;

    ClientStreams(Starter calls, ClientCalls.Workers workers) {
        this.calls = calls;
        this.workers = workers;
    }

    /** Makes calls ready, which are then submitted here. */
    interface Starter {
        /** Refuses the threads and the moments in which a caller must not wait. */
        void requireWaiting(MethodDescriptor<?, ?> method);

        /** Refuses the threads that must never wait. */
        void requireBlocking(MethodDescriptor<?, ?> method);

        /**
         * A call that is not submitted yet.
         *
         * @param whenEnded called when the call has ended, on the thread that has noticed
         */
        <Q, I, R extends @Nullable Object> StreamedCall<I, R> begin(
                MethodDescriptor<Q, R> method, Q parameters, CallTerms terms, Runnable whenEnded);
    }

    /** Calls; the items are pulled by the caller, who must end or close the stream. */
    public <Q, R> Items<R> serverStream(MethodDescriptor<Q, R> method, Q parameters, CallTerms terms) {
        calls.requireWaiting(method);
        StreamedCall<Void, R> call = calls.begin(method, parameters, terms, ClientStreams::noNeed);
        Items<R> items = blockingItems(method, call);
        call.submit();
        return items;
    }

    /**
     * Calls, pulls the caller's items on this thread and waits for the result. The server may answer before it has seen all
     * items; the rest is not pulled then. The items are closed in any case.
     *
     * @throws DeclaredErrorException when the server answers with an error that the method declares
     */
    public <Q, I, R extends @Nullable Object> R clientStream(
            MethodDescriptor<Q, R> method, Q parameters, Items<I> items, CallTerms terms)
            throws DeclaredErrorException {
        try (Items<I> closing = items) {
            calls.requireWaiting(method);
            Thread caller = Thread.currentThread();
            StreamedCall<I, R> call = calls.begin(method, parameters, terms, () -> LockSupport.unpark(caller));
            call.submit();
            ItemPump.pull(closing, call);
            await(call);
            return call.answer();
        }
    }

    /** Waits until a call has ended, and gives it up when the thread is interrupted, whose flag stays set. */
    static void await(StreamedCall<?, ?> call) {
        boolean interrupted = false;
        while (!call.over()) {
            LockSupport.park(call);
            if (Thread.interrupted()) {
                if (!interrupted) {
                    call.abandon();
                }
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Calls; the caller's items are pulled on a thread of their own while the caller pulls those of the server. */
    public <Q, I, R> Items<R> bidirectional(
            MethodDescriptor<Q, R> method, Q parameters, Items<I> items, CallTerms terms) {
        ItemPump<I> pump = new ItemPump<>(items);
        StreamedCall<I, R> call;
        try {
            calls.requireWaiting(method);
            call = calls.begin(method, parameters, terms, pump::interrupt);
            workers.uploads().execute(() -> pump.run(call));
        } catch (RejectedExecutionException full) {
            items.close();
            throw Failures.beforeSubmission(
                    RpcCode.OVERLOADED, Phase.LOCAL_QUEUE, method.fullName(), "no thread is free to pull the items");
        } catch (RuntimeException | Error refused) {
            items.close();
            throw refused;
        }
        Items<R> result = blockingItems(method, call);
        call.submit();
        return result;
    }

    /** Each subscriber makes a call of its own when it subscribes; it hears of items on the executor of the settings. */
    public <Q, R> Flow.Publisher<R> serverStreamAsync(MethodDescriptor<Q, R> method, Q parameters, CallTerms terms) {
        return subscriber -> {
            Objects.requireNonNull(subscriber, "subscriber");
            StreamedCall<Void, R> call;
            try {
                call = calls.begin(method, parameters, terms, ClientStreams::noNeed);
            } catch (RpcException refused) {
                FailedSubscription.tell(subscriber, refused);
                return;
            }
            publish(call, subscriber);
            call.submit();
        };
    }

    /** Calls, and subscribes to the caller's items; the future completes on the executor of the settings. */
    public <Q, I, R extends @Nullable Object> CompletableFuture<R> clientStreamAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallTerms terms) {
        AsyncEnd<R> end = new AsyncEnd<>(workers.completions());
        StreamedCall<I, R> call;
        try {
            call = calls.begin(method, parameters, terms, end);
        } catch (RpcException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        end.of(call);
        call.submit();
        items.subscribe(subscriber(call));
        return end;
    }

    /** As {@link #serverStreamAsync}; the caller's items are subscribed to with each call. */
    public <Q, I, R> Flow.Publisher<R> bidirectionalAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallTerms terms) {
        return subscriber -> {
            Objects.requireNonNull(subscriber, "subscriber");
            StreamedCall<I, R> call;
            try {
                call = calls.begin(method, parameters, terms, ClientStreams::noNeed);
            } catch (RpcException refused) {
                FailedSubscription.tell(subscriber, refused);
                return;
            }
            publish(call, subscriber);
            call.submit();
            items.subscribe(subscriber(call));
        };
    }

    /** Whoever takes the items hears of the end with them. */
    private static void noNeed() {}

    private <I, R> Items<R> blockingItems(MethodDescriptor<?, R> method, StreamedCall<I, R> call) {
        BlockingItems<R> items = new BlockingItems<>(
                call.source(workers.itemBatch()), call.form(), new CallerGuard(calls, method, call));
        call.receive(items);
        return items;
    }

    private <I, R> void publish(StreamedCall<I, R> call, Flow.Subscriber<? super R> subscriber) {
        PublishedItems<R> items =
                new PublishedItems<>(call.source(workers.itemBatch()), call.form(), workers.completions());
        call.receive(items);
        boolean unused = items.subscribe(subscriber); // new items have no other subscriber
    }

    private <I> ItemSubscriber<I> subscriber(StreamedCall<I, ?> call) {
        return new ItemSubscriber<>(call.upload(), workers.completions(), new ItemSubscriber.End() {
            @Override
            public void completed() {
                call.finish();
            }

            @Override
            public void failed(Throwable failure) {
                ItemPump.giveUp(call, failure);
            }
        });
    }

    /** The thread that pulls: it must not be one that delivers replies, and an interrupt gives the call up. */
    private record CallerGuard(Starter calls, MethodDescriptor<?, ?> method, StreamedCall<?, ?> call)
            implements BlockingItems.Guard {
        @Override
        public void beforeNext() {
            calls.requireBlocking(method);
        }

        @Override
        public void interrupted() {
            call.abandon();
        }
    }
}
