package io.rpcidl.benchmarks.rpc;

import io.rpcidl.RpcClient;
import io.rpcidl.benchmarks.codec.Samples;
import io.rpcidl.benchmarks.rpc.model.Echo;
import io.rpcidl.benchmarks.rpc.model.EchoClient;
import io.rpcidl.benchmarks.rpc.model.Holds;
import io.rpcidl.benchmarks.rpc.model.HoldsClient;
import io.rpcidl.value.Bytes;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A client of this project. */
final class RpcidlClient implements Contender.ClientSide {
    private final RpcClient client;
    private final EchoClient blocking;
    private final Echo.Async async;
    private final Holds.Async holds;
    private Bytes blob = Bytes.EMPTY;

    RpcidlClient(RpcClient client) {
        this.client = client;
        this.blocking = new EchoClient(client);
        this.async = blocking.async();
        this.holds = new HoldsClient(client).async();
    }

    @Override
    public void call(Message message, Completion completion) {
        switch (message.shape()) {
            case SMALL -> tell(async.small(Samples.SMALL), completion);
            case MEDIA -> tell(async.media(Samples.MEDIA), completion);
            case BLOB -> tell(async.blob(blob(message.size())), completion);
            default -> throw new IllegalArgumentException("no method takes " + message);
        }
    }

    private static void tell(CompletionStage<?> stage, Completion completion) {
        stage.whenComplete((result, failure) -> completion.done(failure));
    }

    @Override
    public void callAndWait(Message message) {
        switch (message.shape()) {
            case SMALL -> blocking.small(Samples.SMALL);
            case MEDIA -> blocking.media(Samples.MEDIA);
            case BLOB -> blocking.blob(blob(message.size()));
            default -> throw new IllegalArgumentException("no method takes " + message);
        }
    }

    @Override
    public void stream(Contender.Direction direction, Message item, int count, Completion completion) {
        boolean small = item.shape() == Message.Shape.SMALL;
        Bytes octets = small ? Bytes.EMPTY : blob(item.size());
        switch (direction) {
            case SERVER -> {
                if (small) {
                    async.giveSmall(count).subscribe(new Counter<>(count, completion));
                } else {
                    async.giveBlobs(count, item.size()).subscribe(new Counter<>(count, completion));
                }
            }
            case CLIENT ->
                tell(
                        small
                                ? async.takeSmall(new Repeated<>(Samples.SMALL, count))
                                : async.takeBlobs(new Repeated<>(octets, count)),
                        completion);
            case BIDIRECTIONAL -> {
                if (small) {
                    async.echoSmall(new Repeated<>(Samples.SMALL, count)).subscribe(new Counter<>(count, completion));
                } else {
                    async.echoBlobs(new Repeated<>(octets, count)).subscribe(new Counter<>(count, completion));
                }
            }
            default -> throw new IllegalArgumentException("no method streams " + direction);
        }
    }

    @Override
    public void stall(Message item, int count) {
        async.giveBlobs(count, item.size()).subscribe(new Stalled());
    }

    @Override
    public void hold(int millis, Completion completion) {
        tell(holds.hold(millis), completion);
    }

    @Override
    public void close() {
        client.close();
    }

    private Bytes blob(int size) {
        Bytes known = blob;
        if (known.size() != size) {
            known = Bytes.of(Message.octets(size));
            blob = known;
        }
        return known;
    }

    /** Takes one item and asks for no other. */
    private static final class Stalled implements Flow.Subscriber<Bytes> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
        }

        @Override
        public void onNext(Bytes item) {}

        @Override
        public void onError(Throwable failure) {
            failure.printStackTrace();
        }

        @Override
        public void onComplete() {}
    }

    /** Takes whatever comes. */
    private static final class Counter<T> implements Flow.Subscriber<T> {
        private final int expected;
        private final Completion completion;
        private int items;

        Counter(int expected, Completion completion) {
            this.expected = expected;
            this.completion = completion;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T item) {
            items++;
        }

        @Override
        public void onError(Throwable failure) {
            completion.done(failure);
        }

        @Override
        public void onComplete() {
            completion.done(
                    items == expected ? null : new IllegalStateException(items + " items of " + expected + " came"));
        }
    }

    /** Gives one item again and again, as far as it is asked. */
    private record Repeated<T>(T item, int count) implements Flow.Publisher<T> {
        @Override
        public void subscribe(Flow.Subscriber<? super T> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                private long asked;
                private int given;
                private boolean giving;

                @Override
                public void request(long more) {
                    asked = asked + more < 0 ? Long.MAX_VALUE : asked + more;
                    if (giving) {
                        return; // asked from inside onNext: the loop below goes on
                    }
                    giving = true;
                    while (given < count && asked > 0) {
                        asked--;
                        given++;
                        subscriber.onNext(item);
                    }
                    giving = false;
                    if (given == count) {
                        given++;
                        subscriber.onComplete();
                    }
                }

                @Override
                public void cancel() {
                    given = count + 1;
                }
            });
        }
    }
}
