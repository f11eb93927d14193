package io.rpcidl.benchmarks.rpc;

import io.grpc.stub.CallStreamObserver;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.rpcidl.benchmarks.rpc.protobuf.Count;

/** Streams of grpc-java with its flow control: items leave while the transport is ready. */
final class GrpcStreams {
    private GrpcStreams() {}

    /** Sends one item again and again; to be called before the call begins, or while its handler is entered. */
    static <T> void repeat(CallStreamObserver<T> out, T item, int count) {
        Runnable ready = new Runnable() {
            private int given;

            @Override
            public void run() {
                while (given < count && out.isReady()) {
                    given++;
                    out.onNext(item);
                }
                if (given == count) {
                    given++;
                    out.onCompleted();
                }
            }
        };
        out.setOnReadyHandler(ready);
        if (out instanceof ServerCallStreamObserver<?>) {
            ready.run();
        }
    }

    /** Sends back what comes, and asks for the next one while the transport is ready. */
    static <T> StreamObserver<T> echo(ServerCallStreamObserver<T> out) {
        out.disableAutoRequest();
        out.request(1);
        boolean[] held = new boolean[1];
        out.setOnReadyHandler(() -> {
            if (held[0]) {
                held[0] = false;
                out.request(1);
            }
        });
        return new StreamObserver<>() {
            @Override
            public void onNext(T item) {
                out.onNext(item);
                if (out.isReady()) {
                    out.request(1);
                } else {
                    held[0] = true;
                }
            }

            @Override
            public void onError(Throwable failure) {
                out.onError(failure);
            }

            @Override
            public void onCompleted() {
                out.onCompleted();
            }
        };
    }

    /** Counts what comes. */
    static final class Counting<T> implements StreamObserver<T> {
        private final StreamObserver<Count> reply;
        private int count;

        Counting(StreamObserver<Count> reply) {
            this.reply = reply;
        }

        @Override
        public void onNext(T item) {
            count++;
        }

        @Override
        public void onError(Throwable failure) {
            reply.onError(failure);
        }

        @Override
        public void onCompleted() {
            reply.onNext(Count.newBuilder().setCount(count).build());
            reply.onCompleted();
        }
    }
}
