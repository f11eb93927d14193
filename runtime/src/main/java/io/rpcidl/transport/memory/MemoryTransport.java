package io.rpcidl.transport.memory;

import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/**
 * Joins clients and servers of one Java virtual machine without a network.
 *
 * <p>Peers meet when they use the same transport object. All of its links live on one loop and hold a bounded number of
 * bytes, so that a reader that stops slows its writer down, as a socket does.
 */
public final class MemoryTransport implements Transport {
    private static final int FIRST_FREE_PORT = 49_152;

    private final MemoryLoop loop;
    private final Map<Endpoint, LinkAcceptor> acceptors = new ConcurrentHashMap<>();
    private final Set<MemoryLink> links = new LinkedHashSet<>();

    private MemoryTransport(MemoryLoop loop) {
        this.loop = loop;
    }

    /** A transport whose loop is a daemon thread of its own. */
    public static MemoryTransport withThread(RpcClock clock) {
        return new MemoryTransport(new ThreadLoop(clock));
    }

    /** A transport whose loop runs only when {@code loop} is driven, on that loop's virtual clock. */
    public static MemoryTransport drivenBy(DrivenLoop loop) {
        return new MemoryTransport(loop);
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
    public void connect(Loop linkLoop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        try {
            loop.execute(() -> join(endpoint, listener));
        } catch (RejectedExecutionException closed) {
            IOException failure = new IOException("the transport was closed");
            if (loop.inLoop()) {
                listener.failed(failure);
            } else {
                loop.afterEnd(() -> listener.failed(failure));
            }
        }
    }

    private void join(Endpoint endpoint, ConnectListener listener) {
        LinkAcceptor acceptor = acceptors.get(endpoint);
        if (acceptor == null) {
            listener.failed(new ConnectException("nothing listens on " + endpoint + " in this memory transport"));
            return;
        }
        MemoryLink client = new MemoryLink(loop, endpoint.toString(), links::remove);
        MemoryLink server = new MemoryLink(loop, "memory", links::remove);
        client.join(server);
        links.addAll(List.of(client, server));
        LinkListener accepted = acceptor.accept(server);
        LinkListener connected = listener.connected(client);
        server.open(accepted);
        client.open(connected);
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        if (endpoint.port() != 0) {
            if (acceptors.putIfAbsent(endpoint, acceptor) != null) {
                throw new IOException("can't listen on " + endpoint + ": another listener has it");
            }
            return new MemoryListener(endpoint, acceptors);
        }
        for (int port = FIRST_FREE_PORT; port <= 65_535; port++) {
            Endpoint free = new Endpoint(endpoint.host(), port);
            if (acceptors.putIfAbsent(free, acceptor) == null) {
                return new MemoryListener(free, acceptors);
            }
        }
        throw new IOException("can't listen on " + endpoint + ": every port is taken");
    }

    @Override
    public void close() {
        acceptors.clear();
        loop.close(() -> List.copyOf(links).forEach(MemoryLink::reset));
    }

    private record MemoryListener(Endpoint endpoint, Map<Endpoint, LinkAcceptor> acceptors) implements Listener {
        @Override
        public void close() {
            acceptors.remove(endpoint);
        }
    }
}
