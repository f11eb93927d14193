package io.rpcidl;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Prints how many small asynchronous calls a second one connection over loopback TCP makes; not a test. */
final class LoopbackSpeed {
    private static final int SECONDS = 5;
    private static final Message SMALL = new Message("twenty characters...", 42);

    private LoopbackSpeed() {}

    public static void main(String[] arguments) throws Exception {
        int inFlight = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 128;
        RpcServerBuilder server =
                RpcServer.builder().plaintext().add(Echo.service(new Echo() {})).listen("127.0.0.1", 0);
        boolean direct = arguments.length > 1 && arguments[1].equals("direct");
        try (RpcServer started = (direct ? server.directExecutor() : server).start()) {
            RpcClientBuilder client = RpcClient.builder().plaintext().target("127.0.0.1:" + started.port());
            try (RpcClient built = (direct ? client.directExecutor() : client).build()) {
                for (int round = 0; round < 4; round++) {
                    measure(built, inFlight);
                }
            }
        }
    }

    private static void measure(RpcClient client, int inFlight) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        CountDownLatch stopped = new CountDownLatch(inFlight);
        for (int i = 0; i < inFlight; i++) {
            next(client, done, end, stopped);
        }
        stopped.await();
        System.out.printf("%,d calls/s with %d in flight%n", done.get() / SECONDS, inFlight);
    }

    private static void next(RpcClient client, AtomicLong done, long end, CountDownLatch stopped) {
        client.callAsync(Echo.ECHO, SMALL, CallOptions.DEFAULT).whenComplete((reply, failure) -> {
            if (failure != null) {
                failure.printStackTrace();
            }
            done.incrementAndGet();
            if (failure == null && System.nanoTime() < end) {
                next(client, done, end, stopped);
            } else {
                stopped.countDown();
            }
        });
    }
}
