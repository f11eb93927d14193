package io.rpcidl.call;

import io.rpcidl.connection.Connection;
import io.rpcidl.connection.ErrorReply;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.transport.PeerIdentity;
import io.rpcidl.value.RpcCode;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The calls that the peer of one connection makes, on their way to handlers and back; on the loop unless said otherwise. */
final class Answers {
    private static final System.Logger LOG = System.getLogger(Answers.class.getName());

    private final LinkedConnection link;
    private final Answering side;
    private final long itemBatch;
    private @Nullable ClientCalls backCalls;
    private volatile @Nullable Object principal;

    /** Answers on one connection, whose streams begin with so much credit. */
    Answers(LinkedConnection link, Answering side, long streamCredit) {
        this.link = link;
        this.side = side;
        // What a taker of items may keep to itself: less than the quarter that W-7.13 lets a receiver hold back.
        this.itemBatch = streamCredit / 8;
    }

    CodecPool codecs() {
        return side.codecs();
    }

    ServerHooks hooks() {
        return side.hooks();
    }

    HandlerFailureLog failureLog() {
        return side.failureLog();
    }

    /** Has {@code item} processed on the loop, with all others of a batch; any thread. */
    void ask(Inbox.Item item) {
        link.ask(item);
    }

    /** Whether an answer may be given here and now, without being asked of the loop. */
    boolean inReadPass() {
        return link.inReadPass();
    }

    boolean inLoop() {
        return link.loop().inLoop();
    }

    long now() {
        return link.now();
    }

    /** The time, read again because a handler has run on the loop. */
    long refreshed() {
        return link.loop().refreshed();
    }

    String peer() {
        return link.peer();
    }

    @Nullable
    PeerIdentity identity() {
        return link.identity();
    }

    Connection connection() {
        return link.connection();
    }

    long itemBatch() {
        return itemBatch;
    }

    /** The clock for handlers' threads, which see no turns of the loop; any thread. */
    long timeForHandlers() {
        return side.clock().nanoTime();
    }

    /** Where subscribers and publishers of items are told. */
    Executor itemSignals() {
        return side.workers().handlers();
    }

    /** Calls to the peer, over this connection; any thread. */
    synchronized ClientCalls backCalls() {
        ClientCalls known = backCalls;
        if (known == null) {
            known = new ClientCalls(new BackCalls(link, codecs()), side, itemBatch);
            backCalls = known;
        }
        return known;
    }

    /** A whole request is here. */
    void arrived(IncomingCall incoming) {
        BoundService.Offered offered = ((BoundService) incoming.service()).method(incoming.method());
        if (offered == null) {
            String text = "service " + incoming.service().name() + " has no method " + incoming.method();
            refuse(incoming, ErrorReply.lasting(RpcCode.UNKNOWN_METHOD, text));
            return;
        }
        BoundMethod<?, ?> method = offered.method();
        if (!method.takes(incoming.kind())) {
            String text = "method " + method.method().fullName() + " has other streams than the call";
            refuse(incoming, ErrorReply.lasting(RpcCode.INCOMPATIBLE, text));
            return;
        }
        ServerCall<?, ?> call = method.call(this, incoming);
        call.serviceTime(method.serviceTime());
        call.counters(offered.counters());
        offered.counters().arrived();
        incoming.attach(call);
        try {
            if (direct() && !method.waitsForItems()) {
                call.answerAtOnce();
            } else {
                execute(call, method);
            }
        } catch (RejectedExecutionException full) {
            refuse(call, incoming);
        } catch (RuntimeException | Error failure) { // an executor is foreign code, and may be out of threads
            LOG.log(System.Logger.Level.WARNING, "the executor of the handlers failed", failure);
            refuse(call, incoming);
        }
    }

    private void execute(ServerCall<?, ?> call, BoundMethod<?, ?> method) {
        side.admission().queued();
        if (method.waitsForItems()) {
            call.incoming().keepArguments();
            side.workers().streamHandlers().execute(call);
        } else {
            side.workers().handlers().execute(call);
        }
    }

    /** Whether handlers run where calls arrive, but for those that wait for items. */
    boolean direct() {
        return side.workers().handlers() == DirectExecutor.INSTANCE;
    }

    /** The caller gave up, or is gone. */
    void cancelled(IncomingCall incoming) {
        if (incoming.attachment() instanceof ServerCall<?, ?> call) {
            call.cancel();
        }
    }

    /** Why a call that has got its thread is too late, or null; on that thread. */
    @Nullable
    ErrorReply admission(ServerCall<?, ?> call) {
        long now = timeForHandlers();
        long age = now - call.incoming().arrivedAt();
        return side.admission().refusal(age, call.remainingNanos(), call.serviceTime(), now);
    }

    /** Who calls over this connection, as an interceptor has found last; any thread. */
    void principal(Object who) {
        principal = who;
    }

    /** The same, or null. */
    @Nullable
    Object principal() {
        return principal;
    }

    /** Something went wrong that whoever looks at the server may want to know; any thread. */
    void failed(String what) {
        side.recentFailures().add(timeForHandlers(), peer(), what);
    }

    /** A handler has ended; streams take as long as their caller likes, and say nothing. */
    void measured(ServerCall<?, ?> call, long now) {
        IncomingCall incoming = call.incoming();
        long duration = incoming.runFor(now);
        if (duration >= 0
                && !incoming.kind().streamsRequest()
                && !incoming.kind().streamsResult()) {
            call.serviceTime().measured(duration, now);
        }
    }

    /** Runs what the application has asked to be told, where its handlers run. */
    void runForApplication(Runnable told) {
        try {
            side.workers().handlers().execute(told);
        } catch (RuntimeException | Error refused) {
            LOG.log(System.Logger.Level.WARNING, "a listener of a cancelled call could not be told", refused);
        }
    }

    /** An executor that has failed may have run the call all the same, or keep it: then the call ends itself. */
    private void refuse(ServerCall<?, ?> call, IncomingCall incoming) {
        if (call.claim()) {
            side.admission().left();
            ErrorReply overloaded =
                    ErrorReply.passing(RpcCode.OVERLOADED, "no thread of the server is free for the call");
            call.counters().failed(overloaded);
            refuse(incoming, overloaded);
        }
    }

    private void refuse(IncomingCall incoming, ErrorReply error) {
        connection().fail(incoming, error, now());
        connection().handlerEnded(incoming, now());
    }
}
