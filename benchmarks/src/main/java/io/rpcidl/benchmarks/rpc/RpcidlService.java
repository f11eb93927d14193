package io.rpcidl.benchmarks.rpc;

import io.rpcidl.RpcStream;
import io.rpcidl.ServiceBinding;
import io.rpcidl.benchmarks.codec.Samples;
import io.rpcidl.benchmarks.codec.model.MediaContent;
import io.rpcidl.benchmarks.codec.model.Small;
import io.rpcidl.benchmarks.rpc.model.Echo;
import io.rpcidl.benchmarks.rpc.model.Holds;
import io.rpcidl.value.Bytes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The handlers of this project: what is asked in an instant is answered where it is asked. */
final class RpcidlService implements Echo {
    /** The service that answers later. */
    static ServiceBinding holds() {
        return Holds.asyncService(millis -> CompletableFuture.supplyAsync(
                () -> millis, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)));
    }

    @Override
    public Small small(Small value) {
        return value;
    }

    @Override
    public MediaContent media(MediaContent value) {
        return value;
    }

    @Override
    public Bytes blob(Bytes value) {
        return value;
    }

    @Override
    public RpcStream<Small> giveSmall(long count) {
        return repeat(Samples.SMALL, count);
    }

    @Override
    public RpcStream<Bytes> giveBlobs(long count, long size) {
        return repeat(Bytes.of(Message.octets(Math.toIntExact(size))), count);
    }

    @Override
    public long takeSmall(RpcStream<Small> values) {
        return count(values);
    }

    @Override
    public long takeBlobs(RpcStream<Bytes> values) {
        return count(values);
    }

    @Override
    public RpcStream<Small> echoSmall(RpcStream<Small> values) {
        return values;
    }

    @Override
    public RpcStream<Bytes> echoBlobs(RpcStream<Bytes> values) {
        return values;
    }

    private static <T> RpcStream<T> repeat(T item, long count) {
        return RpcStream.produced(sink -> {
            for (long i = 0; i < count; i++) {
                sink.send(item);
            }
        });
    }

    private static long count(RpcStream<?> values) {
        long count = 0;
        for (Object unused : values) {
            count++;
        }
        return count;
    }
}
