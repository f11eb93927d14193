package io.rpcidl.call;

import io.rpcidl.connection.OutgoingCall;
import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.transport.Transport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one client: at most one that takes new calls, and those that finish what they have begun.
 *
 * <p>It connects when a call needs it, and again with the next call after a connection was lost. But for {@link #ask},
 * {@link #close} and the plain getters everything happens on one loop.
 */
final class ClientConnections implements ConnectListener, CallCarrier {
    private static final System.Logger LOG = System.getLogger(ClientConnections.class.getName());

    private final Transport transport;
    private final Endpoint endpoint;
    private final ClientSettings settings;
    private final CodecPool codecs;
    private final Loop loop;
    private final Inbox inbox = new Inbox();
    private final Runnable drainInbox = this::drainInbox;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final Set<ClientConnection> open = new LinkedHashSet<>();
    private final WaitingCalls waiting;
    private @Nullable ClientConnection current;
    private @Nullable LoopTimer expiry;
    private long expiryAt = OutgoingCall.NO_DEADLINE;
    private boolean connecting;
    private boolean closed;

    ClientConnections(Transport transport, Endpoint endpoint, ClientSettings settings) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.settings = settings;
        this.codecs = new CodecPool(settings.messages());
        this.loop = transport.loop();
        this.waiting = new WaitingCalls(settings.waitingCalls());
    }

    @Override
    public CodecPool codecs() {
        return codecs;
    }

    @Override
    public boolean inLoop() {
        return loop.inLoop();
    }

    @Override
    public long now() {
        return loop.now();
    }

    @Override
    public void ask(Inbox.Item item) {
        if (!inbox.put(item)) {
            return;
        }
        try {
            loop.execute(drainInbox);
        } catch (RejectedExecutionException loopClosed) {
            processWithoutLoop();
        }
    }

    /** Ends everything; the future completes when the connections are gone. Any thread, any number of times. */
    CompletableFuture<@Nullable Void> close() {
        try {
            loop.execute(this::closeOnLoop);
        } catch (RejectedExecutionException loopClosed) {
            ended.complete(null);
        }
        return ended;
    }

    @Override
    public void submit(ClientCall<?, ?> call) {
        ClientConnection carrier = current;
        if (closed) {
            call.failed(Failures.clientClosed());
        } else if (carrier != null && carrier.connection().open()) {
            carrier.submit(call);
        } else {
            current = null;
            waiting.add(call);
            connect();
        }
    }

    @Override
    public void cancel(ClientCall<?, ?> call, ClientCall.GivenUp how) {
        LinkedConnection carrier = call.connection();
        if (carrier == null) {
            waiting.cancel(call);
        } else {
            carrier.cancel(call, how);
            turn(carrier);
        }
    }

    @Override
    public void taken(StreamCall<?, ?, ?> call, long cost) {
        LinkedConnection carrier = call.connection();
        if (carrier != null) {
            carrier.connection().itemsTaken(call, cost, now());
            turn(carrier);
        }
    }

    @Override
    public void uploaded(StreamCall<?, ?, ?> call) {
        LinkedConnection carrier = call.connection();
        if (carrier != null) {
            turn(carrier);
        }
    }

    /** The current connection has its turn when the inbox is empty. */
    private void turn(LinkedConnection carrier) {
        if (carrier != current) {
            carrier.turn();
        }
    }

    /** The connection takes no new calls: the next one goes to another connection. */
    void retire(ClientConnection connection) {
        if (current == connection) {
            current = null;
        }
    }

    void ended(ClientConnection connection) {
        retire(connection);
        open.remove(connection);
        completeWhenEnded();
    }

    @Override
    public LinkListener connected(Link link) {
        connecting = false;
        ClientConnection connection = new ClientConnection(link, this, settings);
        open.add(connection);
        if (closed) {
            connection.close();
        } else {
            current = connection;
            waiting.takeAll(connection::submit);
            loop.execute(connection::turn); // the link delivers nothing before this method has returned
        }
        return connection;
    }

    @Override
    public void failed(Throwable cause) {
        if (!loop.inLoop()) {
            processWithoutLoop();
            return;
        }
        connecting = false;
        waiting.failAll(Failures.noConnection("can't connect to " + endpoint + ": " + cause.getMessage()));
    }

    private void drainInbox() {
        processAll();
        ClientConnection carrier = current;
        if (carrier != null) {
            carrier.turn();
        }
        setExpiry();
    }

    private void processAll() {
        Inbox.Item item = inbox.take();
        while (item != null) {
            Inbox.Item next = item.next();
            item.next(null); // who lives longer than its batch must not keep the rest of it
            item.process();
            item = next;
        }
    }

    /** The transport was closed under this client: no loop is left, and no connection either. */
    private synchronized void processWithoutLoop() {
        LOG.log(System.Logger.Level.DEBUG, "the transport of this client is closed");
        closed = true;
        processAll();
        waiting.failAll(Failures.noConnection("the transport of this client was closed"));
    }

    private void connect() {
        if (!connecting) {
            connecting = true;
            transport.connect(loop, endpoint, settings.connectTimeout(), this);
        }
    }

    private void setExpiry() {
        long next = waiting.earliestDeadline();
        if (next >= expiryAt) {
            return;
        }
        if (expiry != null) {
            expiry.cancel();
        }
        expiryAt = next;
        expiry = loop.schedule(next, () -> {
            expiryAt = OutgoingCall.NO_DEADLINE;
            waiting.expire(loop.now());
            setExpiry();
        });
    }

    private void closeOnLoop() {
        closed = true;
        if (expiry != null) {
            expiry.cancel(); // else it would keep this client in memory until the last deadline of a call
        }
        waiting.failAll(Failures.clientClosed());
        List.copyOf(open).forEach(ClientConnection::close);
        completeWhenEnded();
    }

    private void completeWhenEnded() {
        if (closed && open.isEmpty()) {
            ended.complete(null);
        }
    }
}
