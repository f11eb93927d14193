package io.rpcidl.testing;

import io.rpcidl.transport.ForwardingLink;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The client's end of a connection on which faults may strike; but for the strike after a dispatch only on its loop. */
final class FaultLink extends ForwardingLink {
    private static final System.Logger LOG = System.getLogger(FaultLink.class.getName());
    private static final long LONGEST_STRIKE_SECONDS = 30;

    private final Link link;
    private final Orders orders;
    private final LineToServer toServer;
    private final LineToClient toClient;
    private final TakenCount taken = new TakenCount();
    private final LinkListener below = new Below();
    private @Nullable LinkListener listener;
    private @Nullable Order endAtFlush;
    private long takenReported;
    private boolean paused;
    private boolean writing;
    private boolean ended;

    /** Whose octets go to the server. */
    enum Written {
        BY_CLIENT,
        BY_FAULT
    }

    FaultLink(Link link, Orders orders) {
        super(link);
        this.link = link;
        this.orders = orders;
        this.toServer = new LineToServer(orders, this);
        this.toClient = new LineToClient(orders, this);
        orders.openLinks().opened(this);
    }

    /** Begins to report to {@code opened}. */
    void open(LinkListener opened) {
        listener = opened;
    }

    /** What the transport reports to. */
    LinkListener listener() {
        return below;
    }

    TakenCount taken() {
        return taken;
    }

    /** Octets that a stall or a delay holds. */
    int heldOctets() {
        return toServer.heldOctets() + toClient.heldOctets();
    }

    void write(byte[] bytes, int offset, int length, Written by) {
        if (by == Written.BY_CLIENT) {
            taken.passed(length);
        } else {
            taken.inserted(length);
        }
        link.write(bytes, offset, length);
    }

    void deliver(byte[] bytes, int offset, int length) {
        if (listener != null && !ended && length > 0) {
            listener.received(bytes, offset, length);
        }
    }

    void readCompleted() {
        if (listener != null) {
            listener.readCompleted();
        }
    }

    void atEndOf(int call, Order order) {
        toClient.atEndOf(call, order);
    }

    void callBegan(int call, String words) {
        orders.openLinks().callBegan(this, call, words);
    }

    void callEnded(int call) {
        orders.openLinks().callEnded(this, call);
    }

    /** Calls on it may stay open for good. */
    void spoiled() {
        orders.openLinks().spoiled(this);
    }

    /** A line keeps what comes: so the server must be slowed down too, as it is by a peer that does not read. */
    void holds() {
        if (toClient.mode() == Line.Mode.STALLED) {
            link.pauseReading();
        }
        if (toServer.mode() == Line.Mode.STALLED) {
            execute(this::writabilityChanged);
        }
    }

    void readsAgain() {
        if (!paused) {
            link.resumeReading();
        }
    }

    void flushAfterStall() {
        flush();
        writabilityChanged();
    }

    /** Ends the connection: when the client's write is over, if it is under way, else at once. */
    void end(Order order) {
        if (writing) {
            endAtFlush = order;
        } else {
            endNow(order);
        }
    }

    private void endNow(Order order) {
        ended = true;
        spoiled();
        order.fault().strike(); // first: what it leads to may end the test, which looks whether it has struck
        if (order.action() == Order.Action.RESET) {
            link.reset();
        } else {
            link.close();
        }
    }

    void drain(Order order) {
        int last = toServer.drain();
        spoiled();
        if (writing) {
            execute(() -> toClient.drain(last, order.fault()));
        } else {
            toClient.drain(last, order.fault());
        }
    }

    /** A handler was entered: strikes, and returns when it has; any thread. */
    void dispatched(Order order) {
        if (link.loop().inLoop()) {
            toClient.strike(order);
            return;
        }
        CompletableFuture<@Nullable Void> struck = new CompletableFuture<>();
        try {
            link.loop().execute(() -> {
                toClient.strike(order);
                struck.complete(null);
            });
            struck.get(LONGEST_STRIKE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "the transport was closed before a fault could strike");
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the fault '" + order.fault() + "' can't strike", failure);
        }
    }

    void execute(Runnable task) {
        try {
            link.loop().execute(task);
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "the transport is closed, and nothing moves on it");
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!ended) {
            writing = true;
            toServer.accept(bytes, offset, length);
            writing = false;
        }
    }

    @Override
    public void flush() {
        link.flush();
        reportTaken();
        Order order = endAtFlush;
        endAtFlush = null;
        if (order != null) {
            endNow(order);
        }
    }

    @Override
    public boolean writable() {
        return !ended && toServer.mode() != Line.Mode.STALLED && link.writable();
    }

    @Override
    public void pauseReading() {
        paused = true;
        link.pauseReading();
    }

    @Override
    public void resumeReading() {
        paused = false;
        if (toClient.mode() != Line.Mode.STALLED) {
            link.resumeReading();
        }
    }

    private void writabilityChanged() {
        if (listener != null) {
            listener.writabilityChanged();
        }
    }

    private void reportTaken() {
        long total = taken.taken();
        if (total > takenReported && listener != null) {
            takenReported = total;
            listener.taken(total);
        }
    }

    private final class Below implements LinkListener {
        @Override
        public void received(byte[] bytes, int offset, int length) {
            if (!ended) {
                toClient.accept(bytes, offset, length);
            }
        }

        @Override
        public void readCompleted() {
            FaultLink.this.readCompleted();
        }

        @Override
        public void taken(long total) {
            taken.takenBelow(total);
            reportTaken();
        }

        @Override
        public void writabilityChanged() {
            FaultLink.this.writabilityChanged();
        }

        @Override
        public void closed(@Nullable Throwable cause) {
            ended = true;
            orders.openLinks().closed(FaultLink.this);
            if (listener != null) {
                listener.closed(cause);
            }
        }
    }
}
