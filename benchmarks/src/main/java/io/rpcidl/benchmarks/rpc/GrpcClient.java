package io.rpcidl.benchmarks.rpc;

import com.google.protobuf.UnsafeByteOperations;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import io.rpcidl.benchmarks.codec.ProtobufMessages;
import io.rpcidl.benchmarks.rpc.protobuf.Blob;
import io.rpcidl.benchmarks.rpc.protobuf.EchoGrpc;
import io.rpcidl.benchmarks.rpc.protobuf.Many;
import java.util.concurrent.TimeUnit;

/** A client of grpc-java: one channel, which is one connection. */
final class GrpcClient implements Contender.ClientSide {
    private static final long DEADLINE_SECONDS = 10;

    private final ManagedChannel channel;
    private final EchoGrpc.EchoStub async;
    private final EchoGrpc.EchoBlockingStub blocking;
    private Blob blob = Blob.getDefaultInstance();

    GrpcClient(ManagedChannel channel) {
        this.channel = channel;
        this.async = EchoGrpc.newStub(channel);
        this.blocking = EchoGrpc.newBlockingStub(channel);
    }

    @Override
    public void call(Message message, Completion completion) {
        switch (message.shape()) {
            case SMALL -> dated().smallMessage(ProtobufMessages.SMALL, new Reply<>(1, completion));
            case MEDIA -> dated().mediaMessage(ProtobufMessages.MEDIA, new Reply<>(1, completion));
            case BLOB -> dated().blobMessage(blob(message.size()), new Reply<>(1, completion));
            default -> throw new IllegalArgumentException("no method takes " + message);
        }
    }

    /** With a deadline, which this project's calls have by default. */
    private EchoGrpc.EchoStub dated() {
        return async.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void callAndWait(Message message) {
        EchoGrpc.EchoBlockingStub stub = blocking.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
        switch (message.shape()) {
            case SMALL -> stub.smallMessage(ProtobufMessages.SMALL);
            case MEDIA -> stub.mediaMessage(ProtobufMessages.MEDIA);
            case BLOB -> stub.blobMessage(blob(message.size()));
            default -> throw new IllegalArgumentException("no method takes " + message);
        }
    }

    @Override
    public void stream(Contender.Direction direction, Message item, int count, Completion completion) {
        boolean small = item.shape() == Message.Shape.SMALL;
        Many many = Many.newBuilder().setCount(count).setSize(item.size()).build();
        switch (direction) {
            case SERVER -> {
                if (small) {
                    async.giveSmall(many, new Reply<>(count, completion));
                } else {
                    async.giveBlobs(many, new Reply<>(count, completion));
                }
            }
            case CLIENT -> {
                if (small) {
                    async.takeSmall(new Upload<>(ProtobufMessages.SMALL, count, new Reply<>(1, completion)));
                } else {
                    async.takeBlobs(new Upload<>(blob(item.size()), count, new Reply<>(1, completion)));
                }
            }
            case BIDIRECTIONAL -> {
                if (small) {
                    async.echoSmall(new Upload<>(ProtobufMessages.SMALL, count, new Reply<>(count, completion)));
                } else {
                    async.echoBlobs(new Upload<>(blob(item.size()), count, new Reply<>(count, completion)));
                }
            }
            default -> throw new IllegalArgumentException("no method streams " + direction);
        }
    }

    @Override
    public void stall(Message item, int count) {
        Many many = Many.newBuilder().setCount(count).setSize(item.size()).build();
        async.giveBlobs(many, new Stalled());
    }

    @Override
    public void hold(int millis, Completion completion) {
        async.hold(Many.newBuilder().setCount(millis).build(), new Reply<>(1, completion));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private Blob blob(int size) {
        Blob known = blob;
        if (known.getOctets().size() != size) {
            known = Blob.newBuilder()
                    .setOctets(UnsafeByteOperations.unsafeWrap(Message.octets(size)))
                    .build();
            blob = known;
        }
        return known;
    }

    /** Takes one item and asks for no other. */
    private static final class Stalled implements ClientResponseObserver<Many, Blob> {
        @Override
        public void beforeStart(ClientCallStreamObserver<Many> call) {
            call.disableAutoRequestWithInitial(1);
        }

        @Override
        public void onNext(Blob item) {}

        @Override
        public void onError(Throwable failure) {
            failure.printStackTrace();
        }

        @Override
        public void onCompleted() {}
    }

    /** Takes so many messages and tells of the end. */
    private static final class Reply<T> implements StreamObserver<T> {
        private final int expected;
        private final Completion completion;
        private int items;

        Reply(int expected, Completion completion) {
            this.expected = expected;
            this.completion = completion;
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
        public void onCompleted() {
            completion.done(
                    items == expected ? null : new IllegalStateException(items + " items of " + expected + " came"));
        }
    }

    /** Sends one item again and again, and hands on what comes back. */
    private record Upload<T, R>(T item, int count, Reply<R> reply) implements ClientResponseObserver<T, R> {
        @Override
        public void beforeStart(ClientCallStreamObserver<T> out) {
            GrpcStreams.repeat(out, item, count);
        }

        @Override
        public void onNext(R answer) {
            reply.onNext(answer);
        }

        @Override
        public void onError(Throwable failure) {
            reply.onError(failure);
        }

        @Override
        public void onCompleted() {
            reply.onCompleted();
        }
    }
}
