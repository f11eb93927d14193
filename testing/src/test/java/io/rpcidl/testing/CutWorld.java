package io.rpcidl.testing;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.memory.DrivenLoop;
import io.rpcidl.transport.memory.MemoryTransport;
import io.rpcidl.transport.netty.NettyTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Where a session happens. */
interface CutWorld {
    Transport transport();

    /** Lets happen what was asked for. */
    void run();

    /** Lets time pass, if it does not by itself. */
    void advance(Duration time);

    /** Lets all calls end that end by themselves. */
    void awaitEnds(CutSession session);

    void close(AutoCloseable resource);

    /** In one thread, on a virtual clock: each run is the same. */
    final class Virtual implements CutWorld {
        private static final Duration LONG = Duration.ofMinutes(5);

        private final DrivenLoop loop = new DrivenLoop();
        private final Transport transport = MemoryTransport.drivenBy(loop);

        @Override
        public Transport transport() {
            return transport;
        }

        @Override
        public void run() {
            loop.run();
        }

        @Override
        public void advance(Duration time) {
            loop.advance(time);
        }

        @Override
        public void awaitEnds(CutSession session) {
            loop.advance(LONG);
        }

        @Override
        public void close(AutoCloseable resource) {
            loop.execute(() -> closed(resource));
            loop.advance(LONG);
        }
    }

    /** Over sockets. */
    final class Tcp implements CutWorld, AutoCloseable {
        private final Transport transport;

        Tcp() {
            this(NettyTransport.withLoops(2, RpcClock.system()));
        }

        Tcp(Transport transport) {
            this.transport = transport;
        }

        @Override
        public Transport transport() {
            return transport;
        }

        @Override
        public void run() {
            // it does by itself
        }

        @Override
        public void advance(Duration time) {
            // it passes by itself
        }

        @Override
        public void awaitEnds(CutSession session) {
            CompletableFuture<?>[] ends =
                    session.calls().stream().map(CutCall::over).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(ends).orTimeout(60, TimeUnit.SECONDS).join();
        }

        @Override
        public void close(AutoCloseable resource) {
            closed(resource);
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    private static void closed(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
