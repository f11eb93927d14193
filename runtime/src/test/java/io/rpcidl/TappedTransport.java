package io.rpcidl;

import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.ForwardingLink;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A transport whose links keep all that is written and can be cut after a number of bytes. */
final class TappedTransport implements Transport {
    /** Of longer sessions the beginning is kept. */
    private static final int MOST_KEPT = 1 << 20;

    private final Transport transport;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final AtomicInteger connects = new AtomicInteger();
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private volatile int clientBytes = Integer.MAX_VALUE;
    private volatile int serverBytes = Integer.MAX_VALUE;
    /** Above 0 while writes are counted down to the one that finds no memory. */
    private final AtomicInteger writesLeft = new AtomicInteger();

    TappedTransport(Transport transport) {
        this.transport = transport;
    }

    /** From now on, each new link of a client is reset after it has written so many bytes. */
    void cutClientsAfter(int bytes) {
        clientBytes = bytes;
    }

    /** From now on, each new link of a server is reset after it has written so many bytes. */
    void cutServersAfter(int bytes) {
        serverBytes = bytes;
    }

    /** The {@code nth} write from now on, on whatever link, finds no memory for a buffer. */
    void failWrite(int nth) {
        writesLeft.set(nth);
    }

    /** Whether the write that is to fail has failed, or none is to. */
    boolean writeHasFailed() {
        return writesLeft.get() <= 0;
    }

    /** From now on, new links of clients are opened only when {@code released} is. */
    void holdConnects(CountDownLatch released) {
        hold = released;
    }

    int connects() {
        return connects.get();
    }

    byte[] written() {
        synchronized (written) {
            return written.toByteArray();
        }
    }

    @Override
    public RpcClock clock() {
        return transport.clock();
    }

    @Override
    public Loop loop() {
        return transport.loop();
    }

    @Override
    public void connect(Loop loop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        connects.incrementAndGet();
        CountDownLatch held = hold;
        if (held.getCount() > 0) {
            new Thread(() -> {
                        awaitRelease(held);
                        open(loop, endpoint, timeout, listener);
                    })
                    .start();
        } else {
            open(loop, endpoint, timeout, listener);
        }
    }

    private static void awaitRelease(CountDownLatch held) {
        try {
            held.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void open(Loop loop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        transport.connect(loop, endpoint, timeout, new ConnectListener() {
            @Override
            public LinkListener connected(Link link) {
                return listener.connected(new TappedLink(link, clientBytes));
            }

            @Override
            public void failed(Throwable cause) {
                listener.failed(cause);
            }
        });
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        return transport.listen(endpoint, link -> acceptor.accept(new TappedLink(link, serverBytes)));
    }

    @Override
    public void close() {
        transport.close();
    }

    private final class TappedLink extends ForwardingLink {
        private int left;

        TappedLink(Link link, int left) {
            super(link);
            this.left = left;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (writesLeft.get() > 0 && writesLeft.decrementAndGet() == 0) {
                throw new OutOfMemoryError("no buffer, says the test");
            }
            synchronized (written) {
                written.write(bytes, offset, Math.min(length, Math.max(0, MOST_KEPT - written.size())));
            }
            int passed = Math.min(left, length);
            left -= passed;
            super.write(bytes, offset, passed);
        }

        @Override
        public void flush() {
            super.flush();
            if (left == 0) {
                reset();
            }
        }
    }
}
