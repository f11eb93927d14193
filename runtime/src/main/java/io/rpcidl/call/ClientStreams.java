package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.StructCodec;
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
    private final ClientCalls calls;
    private final CallCarrier carrier;
    private final ClientCalls.Workers workers;

    ClientStreams(ClientCalls calls, CallCarrier carrier, ClientCalls.Workers workers) {
        this.calls = calls;
        this.carrier = carrier;
        this.workers = workers;
    }

    /** Calls; the items are pulled by the caller, who must end or close the stream. */
    public <Q, R> Items<R> serverStream(MethodDescriptor<Q, R> method, Q parameters, CallTerms terms) {
        calls.requireWaiting(method);
        StreamCall<Q, Void, R> call = prepare(method, parameters, terms, null, ClientStreams::noNeed);
        Items<R> items = blockingItems(method, call);
        carrier.ask(call);
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
            StreamCall<Q, I, R> call =
                    prepare(method, parameters, terms, upload(method), () -> LockSupport.unpark(caller));
            carrier.ask(call);
            ItemPump.pull(closing, call);
            await(call);
            return call.result();
        }
    }

    private static void await(StreamCall<?, ?, ?> call) {
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
        StreamCall<Q, I, R> call;
        try {
            calls.requireWaiting(method);
            call = prepare(method, parameters, terms, upload(method), pump::interrupt);
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
        carrier.ask(call);
        return result;
    }

    /** Each subscriber makes a call of its own when it subscribes; it hears of items on the executor of the settings. */
    public <Q, R> Flow.Publisher<R> serverStreamAsync(MethodDescriptor<Q, R> method, Q parameters, CallTerms terms) {
        return subscriber -> {
            Objects.requireNonNull(subscriber, "subscriber");
            StreamCall<Q, Void, R> call;
            try {
                call = prepare(method, parameters, terms, null, ClientStreams::noNeed);
            } catch (RpcException refused) {
                FailedSubscription.tell(subscriber, refused);
                return;
            }
            publish(method, call, subscriber);
            carrier.ask(call);
        };
    }

    /** Calls, and subscribes to the caller's items; the future completes on the executor of the settings. */
    public <Q, I, R extends @Nullable Object> CompletableFuture<R> clientStreamAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallTerms terms) {
        AsyncEnd<R> end = new AsyncEnd<>(workers.completions());
        StreamCall<Q, I, R> call;
        try {
            call = prepare(method, parameters, terms, upload(method), end);
        } catch (RpcException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        end.of(call);
        carrier.ask(call);
        items.subscribe(subscriber(call));
        return end;
    }

    /** As {@link #serverStreamAsync}; the caller's items are subscribed to with each call. */
    public <Q, I, R> Flow.Publisher<R> bidirectionalAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallTerms terms) {
        return subscriber -> {
            Objects.requireNonNull(subscriber, "subscriber");
            StreamCall<Q, I, R> call;
            try {
                call = prepare(method, parameters, terms, upload(method), ClientStreams::noNeed);
            } catch (RpcException refused) {
                FailedSubscription.tell(subscriber, refused);
                return;
            }
            publish(method, call, subscriber);
            carrier.ask(call);
            items.subscribe(subscriber(call));
        };
    }

    private <Q, I, R extends @Nullable Object> StreamCall<Q, I, R> prepare(
            MethodDescriptor<Q, R> method,
            Q parameters,
            CallTerms terms,
            @Nullable StructCodec<I> upload,
            Runnable whenEnded) {
        return new StreamCall<>(calls.prepare(method, parameters, terms), carrier, upload, whenEnded);
    }

    @SuppressWarnings("unchecked") // generated code hands over items of the type that its method descriptor names
    private static <I> StructCodec<I> upload(MethodDescriptor<?, ?> method) {
        return (StructCodec<I>) Objects.requireNonNull(method.requestItem(), "the method takes no items");
    }

    /** Whoever takes the items hears of the end with them. */
    private static void noNeed() {}

    private <I, R> Items<R> blockingItems(MethodDescriptor<?, R> method, StreamCall<?, I, R> call) {
        BlockingItems<R> items = new BlockingItems<>(
                method.result(), call.source(workers.itemBatch()), new CallerGuard(calls, method, call));
        call.receive(items);
        return items;
    }

    private <I, R> void publish(
            MethodDescriptor<?, R> method, StreamCall<?, I, R> call, Flow.Subscriber<? super R> subscriber) {
        PublishedItems<R> items =
                new PublishedItems<>(method.result(), call.source(workers.itemBatch()), workers.completions());
        call.receive(items);
        boolean unused = items.subscribe(subscriber); // new items have no other subscriber
    }

    private <I> ItemSubscriber<I> subscriber(StreamCall<?, I, ?> call) {
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
    private record CallerGuard(ClientCalls calls, MethodDescriptor<?, ?> method, StreamCall<?, ?, ?> call)
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
