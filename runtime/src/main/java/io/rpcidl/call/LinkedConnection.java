package io.rpcidl.call;

import io.rpcidl.connection.ByteSink;
import io.rpcidl.connection.Connection;
import io.rpcidl.connection.ConnectionEvents;
import io.rpcidl.connection.ConnectionSettings;
import io.rpcidl.frame.CancelReason;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.transport.PeerIdentity;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A connection on its link: bytes, time and the link's end go into the state machine, its output and its next timer come out.
 *
 * <p>Everything happens on the link's loop. Whatever led to output only leaves it there; {@link #turn} at the end of a read
 * pass or of a batch of requests sends all of it with one flush.
 */
abstract class LinkedConnection implements LinkListener, ConnectionEvents {
    private final Link link;
    private final Connection connection;
    private final ByteSink sink;
    private @Nullable LoopTimer timer;
    private long timerAt = Long.MAX_VALUE;
    private final Inbox inbox = new Inbox();
    private final Runnable drainInbox = this::drainInbox;
    /** Whether a read pass is under way, which ends with a look into the inbox; calls also come outside of one. */
    private boolean reading;

    private boolean touched;
    private boolean turning;
    private boolean closing;
    private boolean ended;
    private @Nullable String endReason;

    /** Who begins: the HELLO of a connecting end is in the output at once. */
    enum Role {
        CONNECTING,
        ACCEPTING
    }

    LinkedConnection(Link link, Role role, ConnectionSettings settings) {
        this.link = link;
        this.sink = new LinkSink(link);
        long now = link.loop().now();
        this.connection = role == Role.CONNECTING
                ? Connection.connecting(settings, this, now)
                : Connection.accepting(settings, this, now);
    }

    /** The link is gone and every call has ended. */
    abstract void ended(String reason);

    final Connection connection() {
        return connection;
    }

    final Loop loop() {
        return link.loop();
    }

    final long now() {
        return link.loop().now();
    }

    final String peer() {
        return link.peer();
    }

    final @Nullable PeerIdentity identity() {
        return link.identity();
    }

    /** Has {@code item} processed here, with all others of a batch; any thread. */
    final void ask(Inbox.Item item) {
        if (!inbox.put(item) || (link.loop().inLoop() && reading)) {
            return; // somebody has woken the loop, or the read pass under way ends with a look into the inbox
        }
        try {
            link.loop().execute(drainInbox);
        } catch (RejectedExecutionException loopClosed) {
            processWithoutLoop();
        }
    }

    /** Whether the calling thread is the loop, within a read pass, whose end sends what it leads to. */
    final boolean inReadPass() {
        return reading && link.loop().inLoop();
    }

    /** The loop is gone, and the connection with it: what is asked ends at once. */
    private synchronized void processWithoutLoop() {
        processAll();
    }

    private void drainInbox() {
        processAll();
        turn();
    }

    private void processAll() {
        Throwable failure = inbox.processAll();
        if (failure != null) {
            failed(failure);
        }
    }

    /**
     * What never fails has failed, most likely for want of memory, and something may be half done: the connection ends, so
     * that no call waits for ever. The loop hears of the failure and writes it down.
     */
    private void failed(Throwable failure) {
        reset("the connection failed: " + failure);
        Inbox.rethrow(failure);
    }

    /** Makes an attempt at a call over this connection. */
    final void submit(CarriedCall attempt) {
        attempt.carriedBy(this);
        connection.submit(attempt, now());
    }

    /** Gives up a call that this connection carries. */
    final void cancel(CarriedCall call, ClientCall.GivenUp how) {
        if (how == ClientCall.GivenUp.NOW) {
            connection.cancel(call, CancelReason.CANCELLED, now());
        } else {
            connection.requestCancel(call, now());
        }
    }

    /** Marks it as one that may have something to send; false when it is marked already. */
    final boolean touch() {
        if (touched) {
            return false;
        }
        touched = true;
        return true;
    }

    /** The turn of one that was marked. */
    final void touchedTurn() {
        touched = false;
        turn();
    }

    /** Sends what the connection has to send, as far as the link takes it, and sets the timer that it asks for. */
    final void turn() {
        if (turning || ended) {
            return; // the link reports what it has taken from inside a flush; the loop below sees to that
        }
        turning = true;
        try {
            while (connection.hasOutput() && (closing || link.writable())) {
                connection.drainOutput(sink, now());
                link.flush();
            }
            if (closing && !connection.hasOutput()) {
                link.close();
            }
        } catch (RuntimeException | Error failure) {
            failed(failure);
        } finally {
            turning = false;
        }
        setTimer();
    }

    /** Ends the link at once; what it has not sent is dropped, so that the outcomes that follow are true. */
    final void reset(String reason) {
        endReason = endReason == null ? reason : endReason;
        link.reset();
    }

    @Override
    public final void received(byte[] bytes, int offset, int length) {
        reading = true;
        if (!ended) {
            connection.received(bytes, offset, length, now());
        }
    }

    @Override
    public final void readCompleted() {
        try {
            processAll();
        } finally {
            reading = false;
        }
        turn();
    }

    @Override
    public final void taken(long total) {
        if (!ended) {
            connection.taken(total, now());
            turn();
        }
    }

    @Override
    public final void writabilityChanged() {
        turn();
    }

    @Override
    public final void closed(@Nullable Throwable cause) {
        if (ended) {
            return;
        }
        String fault = cause == null ? "the peer closed it" : String.valueOf(cause.getMessage());
        String reason = endReason == null ? fault : endReason;
        ended = true;
        if (timer != null) {
            timer.cancel();
        }
        connection.transportClosed(reason, now());
        reading = false; // no read pass ends any more
        Throwable failure = inbox.processAll();
        ended(reason);
        Inbox.rethrow(failure);
    }

    @Override
    public final void closeTransport(String why) {
        endReason = endReason == null ? why : endReason;
        closing = true;
    }

    @Override
    public final void resetTransport(String why) {
        reset(why);
    }

    @Override
    public final void pauseReading() {
        link.pauseReading();
    }

    @Override
    public final void resumeReading() {
        link.resumeReading();
    }

    private void setTimer() {
        long next = connection.nextTimer();
        if (next >= timerAt || ended) {
            return; // a timer that comes too early asks again
        }
        if (timer != null) {
            timer.cancel();
        }
        timerAt = next;
        timer = link.loop().schedule(next, this::timerDue);
    }

    /** Where the output of the connection goes. */
    private record LinkSink(Link link) implements ByteSink {
        @Override
        public void expect(int length) {
            link.expect(length);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            link.write(bytes, offset, length);
        }
    }

    private void timerDue() {
        timer = null;
        timerAt = Long.MAX_VALUE;
        if (!ended) {
            try {
                connection.timer(now());
            } catch (RuntimeException | Error failure) {
                failed(failure);
            }
            turn();
        }
    }
}
