package io.rpcidl;

import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.ForwardingLink;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts the links that are open and the timers that wait. */
final class CountingTransport implements Transport {
    private final Transport transport;
    private final AtomicInteger timers = new AtomicInteger();
    private final AtomicInteger links = new AtomicInteger();

    CountingTransport(Transport transport) {
        this.transport = transport;
    }

    int timers() {
        return timers.get();
    }

    int links() {
        return links.get();
    }

    @Override
    public RpcClock clock() {
        return transport.clock();
    }

    @Override
    public Loop loop() {
        return new CountingLoop(transport.loop());
    }

    @Override
    public void connect(Loop loop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        transport.connect(((CountingLoop) loop).loop, endpoint, timeout, new ConnectListener() {
            @Override
            public LinkListener connected(Link link) {
                return counted(listener.connected(new CountingLink(link)));
            }

            @Override
            public void failed(Throwable cause) {
                listener.failed(cause);
            }
        });
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        return transport.listen(endpoint, link -> counted(acceptor.accept(new CountingLink(link))));
    }

    @Override
    public void close() {
        transport.close();
    }

    private LinkListener counted(LinkListener listener) {
        links.incrementAndGet();
        return new LinkListener() {
            @Override
            public void received(byte[] bytes, int offset, int length) {
                listener.received(bytes, offset, length);
            }

            @Override
            public void readCompleted() {
                listener.readCompleted();
            }

            @Override
            public void taken(long total) {
                listener.taken(total);
            }

            @Override
            public void writabilityChanged() {
                listener.writabilityChanged();
            }

            @Override
            public void closed(@Nullable Throwable cause) {
                listener.closed(cause);
                links.decrementAndGet();
            }
        };
    }

    private final class CountingLoop implements Loop {
        private final Loop loop;

        CountingLoop(Loop loop) {
            this.loop = loop;
        }

        @Override
        public long now() {
            return loop.now();
        }

        @Override
        public long refreshed() {
            return loop.refreshed();
        }

        @Override
        public boolean inLoop() {
            return loop.inLoop();
        }

        @Override
        public void execute(Runnable task) {
            loop.execute(task);
        }

        @Override
        public LoopTimer schedule(long atNanos, Runnable task) {
            AtomicBoolean waits = new AtomicBoolean(true);
            timers.incrementAndGet();
            Runnable over = () -> {
                if (waits.compareAndSet(true, false)) {
                    timers.decrementAndGet();
                }
            };
            LoopTimer timer = loop.schedule(atNanos, () -> {
                over.run();
                task.run();
            });
            return () -> {
                over.run();
                timer.cancel();
            };
        }

        @Override
        public LoopTimer whenClosed(Runnable task) {
            return loop.whenClosed(task);
        }
    }

    private final class CountingLink extends ForwardingLink {
        private final Loop loop;

        CountingLink(Link link) {
            super(link);
            this.loop = new CountingLoop(link.loop());
        }

        @Override
        public Loop loop() {
            return loop;
        }
    }
}
