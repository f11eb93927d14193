package io.rpcidl.call;

import io.rpcidl.codec.ErrorDescriptor;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.Connection;
import io.rpcidl.connection.ErrorReply;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.value.RpcCode;
import io.rpcidl.wire.MalformedDataException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A call that a peer makes: decoded, dispatched and answered on the handler's thread, and handed back to the loop.
 *
 * <p>The arguments are decoded before the call counts as dispatched, so that a call with bad arguments is known not to have
 * been executed. The dispatch is one atomic step, which the loop may win with a refusal; then the handler is not entered.
 */
abstract class ServerCall<Q, R extends @Nullable Object> implements Runnable, Inbox.Item {
    /** A struct without fields (W-3.2): all that is said of a stream that has ended well. */
    private static final byte[] END_OF_STREAM = {0};

    private final MethodDescriptor<Q, R> method;
    private final ServerConnection connection;
    private final IncomingCall incoming;
    private byte @Nullable [] body;
    private int declaredError;
    private @Nullable ErrorReply error;
    private Inbox.@Nullable Item nextItem;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private volatile boolean cancelled;

    ServerCall(MethodDescriptor<Q, R> method, ServerConnection connection, IncomingCall incoming) {
        this.method = method;
        this.connection = connection;
        this.incoming = incoming;
    }

    /** True once, for the one who sees to the end of the call: its run, or the loop when the executor has failed. */
    final boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** Enters the handler, which sees to it that {@link #succeeded} or {@link #failed} follows, once. */
    abstract void invoke(Q parameters);

    /** Tells a handler that runs that nobody waits for its answer; on the loop. */
    abstract void interrupt();

    /** The caller gave up or its deadline has passed; on the loop. */
    final void cancel() {
        cancelled = true;
        endItems();
        interrupt();
    }

    final boolean cancelled() {
        return cancelled;
    }

    /** The one step from queued to dispatched; false when the loop has refused the call, and the handler must not be entered. */
    final boolean enter() {
        return incoming.enter(connection.timeForHandlers());
    }

    @Override
    public final void run() {
        if (!claim()) {
            return;
        }
        Q parameters;
        try {
            parameters = connection.codecs().decode(method.parameters(), incoming.body(), 0, incoming.bodyLength());
        } catch (MalformedDataException malformed) {
            String text = "the arguments can't be decoded: " + malformed.getMessage();
            error = ErrorReply.lasting(RpcCode.BAD_REQUEST, text);
            connection.ask(this);
            return;
        } catch (RuntimeException | Error failure) {
            error = undeclared(failure); // a fault of the codec: the call must end all the same
            connection.ask(this);
            return;
        }
        if (connection.inLoop()) {
            NonBlockingThreads.run(() -> invoke(parameters));
        } else {
            invoke(parameters);
        }
    }

    /** The loop has refused the call; the handler was not entered. */
    final void refused() {
        connection.ask(this);
    }

    final void succeeded(R result) {
        try {
            body = method.streamsResult() ? END_OF_STREAM : connection.codecs().encode(method.result(), result);
        } catch (RuntimeException | Error unencodable) {
            error = undeclared(unencodable);
        }
        connection.ask(this);
    }

    final void failed(Throwable failure) {
        ErrorDescriptor<?> declared = method.errorOf(failure);
        if (declared == null) {
            error = undeclared(failure);
        } else {
            try {
                body = connection.codecs().encode(declared, failure);
                declaredError = declared.number();
            } catch (RuntimeException | Error unencodable) {
                error = undeclared(unencodable);
            }
        }
        connection.ask(this);
    }

    /** Hands the answer to the connection, which drops it when the call has ended before; on the loop. */
    @Override
    public final void process() {
        Connection state = connection.connection();
        long now = connection.now();
        byte[] answer = body;
        if (error != null) {
            state.fail(incoming, error, now);
        } else if (answer != null && declaredError != 0) {
            state.declaredError(incoming, declaredError, answer, 0, answer.length, now);
        } else if (answer != null) {
            state.reply(incoming, answer, 0, answer.length, now);
        }
        state.handlerEnded(incoming, now);
    }

    @Override
    public final Inbox.@Nullable Item next() {
        return nextItem;
    }

    @Override
    public final void next(Inbox.@Nullable Item item) {
        nextItem = item;
    }

    /** Nobody takes or makes items any more; on the loop. */
    void endItems() {}

    /** The caller learns nothing but a number, under which the log has the rest: the failure may hold secrets. */
    private ErrorReply undeclared(Throwable failure) {
        if (cancelled) {
            return ErrorReply.lasting(RpcCode.CANCELLED, "the handler stopped when the call was given up");
        }
        if (failure instanceof BadItemException bad) {
            return ErrorReply.lasting(RpcCode.BAD_REQUEST, bad.detail());
        }
        long correlation = connection.failureLog().undeclared(method, connection.peer(), incoming.callId(), failure);
        String text = "the handler failed; the server's log has the details under the correlation id";
        return ErrorReply.lasting(RpcCode.INTERNAL, text).withCorrelation(correlation);
    }
}
