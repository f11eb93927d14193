package io.rpcidl.call;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.wire.Limits;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** How one side answers calls, and what all its connections share for it. Any thread. */
public final class Answering {
    private final RpcClock clock;
    private final CodecPool codecs;
    private final Workers workers;
    private final ServerHooks hooks;
    private final HandlerFailureLog failureLog;
    private final Admission admission = new Admission();
    private final RecentFailures recentFailures = new RecentFailures();

    /**
     * Who works.
     *
     * @param handlers where handlers run
     * @param streamHandlers where handlers run that wait for items or for room for them
     */
    public record Workers(Executor handlers, Executor streamHandlers) {}

    /**
     * A side that answers.
     *
     * @param messages the bounds of a message
     * @param hooks what is done around each call
     * @param correlationIds numbers that tie a caller's failure to a line of the log; not 0
     */
    public Answering(RpcClock clock, Limits messages, Workers workers, ServerHooks hooks, LongSupplier correlationIds) {
        this.clock = clock;
        this.codecs = new CodecPool(messages);
        this.workers = workers;
        this.hooks = hooks;
        this.failureLog = new HandlerFailureLog(System.getLogger(Answering.class.getName()), correlationIds);
    }

    RpcClock clock() {
        return clock;
    }

    CodecPool codecs() {
        return codecs;
    }

    Workers workers() {
        return workers;
    }

    ServerHooks hooks() {
        return hooks;
    }

    HandlerFailureLog failureLog() {
        return failureLog;
    }

    RecentFailures recentFailures() {
        return recentFailures;
    }

    Admission admission() {
        return admission;
    }
}
