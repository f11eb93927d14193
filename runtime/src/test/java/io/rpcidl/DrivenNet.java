package io.rpcidl;

import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.memory.DrivenLoop;
import io.rpcidl.transport.memory.MemoryTransport;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A network in one thread, on a virtual clock, whose addresses behave as they are told; it keeps who connected when. */
final class DrivenNet implements Transport {
    final DrivenLoop loop = new DrivenLoop();
    final List<Dial> dials = new ArrayList<>();
    private final MemoryTransport memory = MemoryTransport.drivenBy(loop);
    private final Map<Endpoint, Behaviour> behaviours = new HashMap<>();
    private final Map<Endpoint, List<Link>> links = new HashMap<>();
    private final Map<Endpoint, Integer> dialing = new HashMap<>();
    private int mostDialing;

    /** How an address behaves. */
    enum Behaviour {
        /** As the server behind it does; it refuses when there is none. */
        WELL,
        /** It answers nothing, not even that nobody is there. */
        UNREACHABLE,
        /** It accepts the link and says nothing. */
        SILENT,
        /** It accepts the link and ends it. */
        HANGS_UP
    }

    /** An attempt to connect. */
    record Dial(long atMillis, Endpoint endpoint) {}

    void behave(String target, Behaviour behaviour) {
        behaviours.put(Endpoint.parse(target), behaviour);
    }

    /** Resets all links to an address. */
    void cut(String target) {
        cutSoon(target);
        loop.run();
    }

    /** The same, from the loop itself. */
    void cutSoon(String target) {
        List<Link> open = links.getOrDefault(Endpoint.parse(target), new ArrayList<>());
        loop.execute(() -> {
            open.forEach(Link::reset);
            open.clear();
        });
    }

    /** How many attempts at one address were ever under way at once. */
    int mostDialing() {
        return mostDialing;
    }

    long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(loop.now());
    }

    @Override
    public void connect(Loop ignored, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        dials.add(new Dial(nowMillis(), endpoint));
        mostDialing = Math.max(mostDialing, dialing.merge(endpoint, 1, Integer::sum));
        ConnectListener counted = new Counted(endpoint, listener);
        switch (behaviours.getOrDefault(endpoint, Behaviour.WELL)) {
            case WELL -> memory.connect(loop, endpoint, timeout, counted);
            case UNREACHABLE ->
                loop.execute(() -> loop.schedule(
                        loop.now() + timeout.toNanos(), () -> counted.failed(new ConnectException("no answer"))));
            case SILENT -> loop.execute(() -> counted.connected(new MuteLink()));
            case HANGS_UP ->
                loop.execute(() -> {
                    LinkListener opened = counted.connected(new MuteLink());
                    loop.execute(() -> opened.closed(null));
                });
        }
    }

    private final class Counted implements ConnectListener {
        private final Endpoint endpoint;
        private final ConnectListener listener;

        Counted(Endpoint endpoint, ConnectListener listener) {
            this.endpoint = endpoint;
            this.listener = listener;
        }

        @Override
        public LinkListener connected(Link link) {
            dialing.merge(endpoint, -1, Integer::sum);
            links.computeIfAbsent(endpoint, unused -> new ArrayList<>()).add(link);
            return listener.connected(link);
        }

        @Override
        public void failed(Throwable cause) {
            dialing.merge(endpoint, -1, Integer::sum);
            listener.failed(cause);
        }
    }

    /** A link that takes everything and answers nothing. */
    private final class MuteLink implements Link {
        @Override
        public Loop loop() {
            return loop;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public void flush() {}

        @Override
        public boolean writable() {
            return true;
        }

        @Override
        public void pauseReading() {}

        @Override
        public void resumeReading() {}

        @Override
        public void close() {}

        @Override
        public void reset() {}

        @Override
        public String peer() {
            return "mute";
        }
    }

    @Override
    public RpcClock clock() {
        return loop.clock();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        return memory.listen(endpoint, acceptor);
    }

    @Override
    public void close() {
        memory.close();
    }
}
