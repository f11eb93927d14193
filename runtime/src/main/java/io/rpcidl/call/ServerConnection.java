package io.rpcidl.call;

import io.rpcidl.connection.ErrorReply;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.Hello;
import io.rpcidl.transport.Link;
import io.rpcidl.value.RpcCode;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One connection of a server; but for {@link #ask} and the getters only on its loop. */
final class ServerConnection extends LinkedConnection {
    private static final System.Logger LOG = System.getLogger(ServerConnection.class.getName());

    private final ServerConnections server;
    private final ServerSettings settings;
    private final Inbox inbox = new Inbox();
    private final Runnable drainInbox = this::drainInbox;
    /** Whether a read pass is under way, which ends with a look into the inbox; calls also come outside of one. */
    private boolean reading;

    ServerConnection(Link link, ServerConnections server, ServerSettings settings) {
        super(link, Role.ACCEPTING, settings.connection());
        this.server = server;
        this.settings = settings;
    }

    CodecPool codecs() {
        return server.codecs();
    }

    HandlerFailureLog failureLog() {
        return server.failureLog();
    }

    ServerHooks hooks() {
        return settings.hooks();
    }

    /** Why a call that has got its thread is too late, or null; on that thread. */
    @Nullable
    ErrorReply admission(ServerCall<?, ?> call) {
        long now = timeForHandlers();
        long age = now - call.incoming().arrivedAt();
        return server.admission().refusal(age, call.remainingNanos(), serviceTime(call.incoming()), now);
    }

    /** A handler has ended; streams take as long as their caller likes, and say nothing. */
    void measured(IncomingCall incoming, long now) {
        long duration = incoming.runFor(now);
        if (duration >= 0
                && !incoming.kind().streamsRequest()
                && !incoming.kind().streamsResult()) {
            serviceTime(incoming).measured(duration, now);
        }
    }

    private static Admission.ServiceTime serviceTime(IncomingCall incoming) {
        BoundMethod<?, ?> method = ((BoundService) incoming.service()).method(incoming.method());
        return Objects.requireNonNull(method, "a call in hand has a method").serviceTime();
    }

    /** Runs what the application has asked to be told; what it throws must not harm the connection. */
    void runForApplication(Runnable told) {
        try {
            told.run();
        } catch (RuntimeException | Error faulty) {
            LOG.log(System.Logger.Level.WARNING, "a listener of a cancelled call failed", faulty);
        }
    }

    /** Where subscribers and publishers of items are told. */
    Executor itemSignals() {
        return settings.handlers();
    }

    /** What a taker of items may keep to itself: less than the quarter that W-7.13 lets a receiver hold back. */
    long itemBatch() {
        return settings.connection().limits().streamCredit() / 8;
    }

    boolean inLoop() {
        return loop().inLoop();
    }

    /** The clock for handlers' threads, which see no turns of the loop. */
    long timeForHandlers() {
        return server.clock().nanoTime();
    }

    /** Has {@code item} processed on the loop, with all others of a batch; any thread. */
    void ask(Inbox.Item item) {
        if (!inbox.put(item) || (inLoop() && reading)) {
            return; // somebody has woken the loop, or the read pass under way ends with a look into the inbox
        }
        try {
            loop().execute(drainInbox);
        } catch (RejectedExecutionException loopClosed) {
            LOG.log(System.Logger.Level.DEBUG, "an answer comes after its connection is gone");
        }
    }

    /** Takes no more calls and ends when those that it has accepted have ended. */
    void drain() {
        connection().drain(DrainCode.GOING_AWAY, "the server is closing", now());
        turn();
    }

    @Override
    public void received(byte[] bytes, int offset, int length) {
        reading = true;
        super.received(bytes, offset, length);
    }

    @Override
    public void callArrived(IncomingCall incoming) {
        BoundMethod<?, ?> method = ((BoundService) incoming.service()).method(incoming.method());
        if (method == null) {
            String text = "service " + incoming.service().name() + " has no method " + incoming.method();
            refuse(incoming, ErrorReply.lasting(RpcCode.UNKNOWN_METHOD, text));
            return;
        }
        if (!method.takes(incoming.kind())) {
            String text = "method " + method.method().fullName() + " has other streams than the call";
            refuse(incoming, ErrorReply.lasting(RpcCode.INCOMPATIBLE, text));
            return;
        }
        ServerCall<?, ?> call = method.call(this, incoming);
        incoming.attach(call);
        server.admission().queued();
        try {
            (method.waitsForItems() ? settings.streamHandlers() : settings.handlers()).execute(call);
        } catch (RejectedExecutionException full) {
            refuse(call, incoming);
        } catch (RuntimeException | Error failure) { // an executor is foreign code, and may be out of threads
            LOG.log(System.Logger.Level.WARNING, "the executor of the handlers failed", failure);
            refuse(call, incoming);
        }
    }

    @Override
    public void callCancelled(IncomingCall incoming) {
        if (incoming.attachment() instanceof ServerCall<?, ?> call) {
            call.cancel();
        }
    }

    @Override
    public void readCompleted() {
        processAll();
        reading = false;
        turn();
    }

    @Override
    public void established(Hello peer) {}

    @Override
    public void drained(Drain drain) {}

    @Override
    void ended(String reason) {
        reading = false; // no read pass ends any more
        processAll();
        server.ended(this, reason);
    }

    /** An executor that has failed may have run the call all the same, or keep it: then the call ends itself. */
    private void refuse(ServerCall<?, ?> call, IncomingCall incoming) {
        if (call.claim()) {
            server.admission().left();
            refuse(incoming, ErrorReply.passing(RpcCode.OVERLOADED, "no thread of the server is free for the call"));
        }
    }

    private void refuse(IncomingCall incoming, ErrorReply error) {
        connection().fail(incoming, error, now());
        connection().handlerEnded(incoming, now());
    }

    private void drainInbox() {
        processAll();
        turn();
    }

    private void processAll() {
        Inbox.Item item = inbox.take();
        while (item != null) {
            Inbox.Item next = item.next();
            item.process();
            item = next;
        }
    }
}
