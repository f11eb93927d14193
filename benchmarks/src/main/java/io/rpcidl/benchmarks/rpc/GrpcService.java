package io.rpcidl.benchmarks.rpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.rpcidl.benchmarks.codec.ProtobufMessages;
import io.rpcidl.benchmarks.codec.protobuf.MediaContent;
import io.rpcidl.benchmarks.codec.protobuf.Small;
import io.rpcidl.benchmarks.rpc.protobuf.Blob;
import io.rpcidl.benchmarks.rpc.protobuf.Count;
import io.rpcidl.benchmarks.rpc.protobuf.EchoGrpc;
import io.rpcidl.benchmarks.rpc.protobuf.Many;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The handlers of grpc-java. */
final class GrpcService extends EchoGrpc.EchoImplBase {
    @Override
    public void smallMessage(Small request, StreamObserver<Small> reply) {
        reply.onNext(request);
        reply.onCompleted();
    }

    @Override
    public void mediaMessage(MediaContent request, StreamObserver<MediaContent> reply) {
        reply.onNext(request);
        reply.onCompleted();
    }

    @Override
    public void blobMessage(Blob request, StreamObserver<Blob> reply) {
        reply.onNext(request);
        reply.onCompleted();
    }

    @Override
    public void giveSmall(Many request, StreamObserver<Small> reply) {
        GrpcStreams.repeat((ServerCallStreamObserver<Small>) reply, ProtobufMessages.SMALL, request.getCount());
    }

    @Override
    public void giveBlobs(Many request, StreamObserver<Blob> reply) {
        ByteString octets = UnsafeByteOperations.unsafeWrap(Message.octets(request.getSize()));
        Blob blob = Blob.newBuilder().setOctets(octets).build();
        GrpcStreams.repeat((ServerCallStreamObserver<Blob>) reply, blob, request.getCount());
    }

    @Override
    public StreamObserver<Small> takeSmall(StreamObserver<Count> reply) {
        return new GrpcStreams.Counting<>(reply);
    }

    @Override
    public StreamObserver<Blob> takeBlobs(StreamObserver<Count> reply) {
        return new GrpcStreams.Counting<>(reply);
    }

    @Override
    public StreamObserver<Small> echoSmall(StreamObserver<Small> reply) {
        return GrpcStreams.echo((ServerCallStreamObserver<Small>) reply);
    }

    @Override
    public StreamObserver<Blob> echoBlobs(StreamObserver<Blob> reply) {
        return GrpcStreams.echo((ServerCallStreamObserver<Blob>) reply);
    }

    @Override
    public void hold(Many request, StreamObserver<Count> reply) {
        CompletableFuture.delayedExecutor(request.getCount(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    reply.onNext(Count.newBuilder().setCount(request.getCount()).build());
                    reply.onCompleted();
                });
    }
}
