package io.rpcidl.benchmarks.rpc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** One thread that connects, calls once and closes. */
final class ConnectLoad extends Load {
    private final Contender contender;
    private final Message message;
    private final int port;
    private final AtomicLong connections = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);

    ConnectLoad(Contender contender, Message message, int port) {
        this.contender = contender;
        this.message = message;
        this.port = port;
    }

    @Override
    void start() {
        Thread caller = new Thread(this::work, "connecting");
        caller.setDaemon(true);
        caller.start();
    }

    private void work() {
        try {
            while (!stopping()) {
                long began = System.nanoTime();
                try (Contender.ClientSide client = contender.connect(port)) {
                    client.callAndWait(message);
                }
                took(System.nanoTime() - began);
                connections.lazySet(connections.getPlain() + 1);
            }
        } catch (Exception | Error failure) {
            failed(failure);
        } finally {
            ended.countDown();
        }
    }

    @Override
    long ended() {
        return connections.getPlain();
    }

    @Override
    void awaitEnd() throws InterruptedException {
        Waiting.until(ended, "connections");
    }
}
