package io.rpcidl.processes.flood;

import io.rpcidl.RpcClient;
import io.rpcidl.processes.load.Patience;
import io.rpcidl.value.Bytes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import ledger.v1.Task;
import ledger.v1.WorkClient;

/** A correct client that makes far more calls than others. */
final class Greedy {
    private static final int IN_FLIGHT = 1_000;

    private Greedy() {}

    /** Makes {@code calls} calls and tells how they have ended, each way with its number. */
    static Map<String, Integer> run(int port, int calls) {
        Map<String, Integer> ends = new TreeMap<>();
        Semaphore places = new Semaphore(IN_FLIGHT);
        try (RpcClient client =
                RpcClient.builder().plaintext().target("127.0.0.1:" + port).build()) {
            WorkClient work = new WorkClient(client).with(Patience.OPTIONS);
            for (int call = 0; call < calls; call++) {
                places.acquireUninterruptibly();
                work.async().look(new Task(call, 0, Bytes.EMPTY)).whenComplete((result, failure) -> {
                    synchronized (ends) {
                        ends.merge(failure == null ? "answered" : failure.toString(), 1, Integer::sum);
                    }
                    places.release();
                });
            }
            places.acquireUninterruptibly(IN_FLIGHT);
        }
        return ends;
    }
}
