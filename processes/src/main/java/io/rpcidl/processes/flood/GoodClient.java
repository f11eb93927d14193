package io.rpcidl.processes.flood;

import io.rpcidl.RpcClient;
import io.rpcidl.processes.load.Patience;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.RpcException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import ledger.v1.Task;
import ledger.v1.WorkClient;

/** A client that makes one small call after the other and minds how long each takes. */
final class GoodClient implements AutoCloseable {
    /** Between two calls. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    private static final int MOST = 1_000_000;

    private final RpcClient client;
    private final WorkClient work;

    GoodClient(int port) {
        client = RpcClient.builder().plaintext().target("127.0.0.1:" + port).build();
        work = new WorkClient(client).with(Patience.OPTIONS);
        Patience.awaitAnswer(client, 0);
    }

    /**
     * What has become of its calls.
     *
     * @param calls that were made
     * @param failed that were not answered
     * @param median nanoseconds that a call took
     * @param p99 nanoseconds that 99 of 100 calls took at most
     */
    record Seen(int calls, int failed, long median, long p99) {}

    /** Calls for as long as {@code flood} goes on, and at least 100 times. */
    Seen callDuring(CompletableFuture<?> flood) {
        long[] nanos = new long[MOST];
        int calls = 0;
        int failed = 0;
        while ((!flood.isDone() || calls < 100) && calls < MOST) {
            long began = System.nanoTime();
            try {
                if (work.change(new Task(calls, 0, Bytes.EMPTY)) != calls) {
                    failed++;
                }
            } catch (RpcException failure) {
                failed++;
            }
            nanos[calls++] = System.nanoTime() - began;
            LockSupport.parkNanos(PAUSE);
        }
        Arrays.sort(nanos, 0, calls);
        return new Seen(calls, failed, nanos[calls / 2], nanos[(int) (calls * 0.99)]);
    }

    @Override
    public void close() {
        client.close();
    }
}
