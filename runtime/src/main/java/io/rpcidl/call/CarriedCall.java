package io.rpcidl.call;

import io.rpcidl.connection.CallFailure;
import io.rpcidl.connection.OutgoingCall;
import org.jspecify.annotations.Nullable;

/** One attempt at a call, on its way to a connection and over it; the first attempt is the call itself. */
abstract class CarriedCall extends OutgoingCall implements Inbox.Item {
    private final CallCarrier carrier;
    private final boolean patient;
    private @Nullable LinkedConnection connection;
    private Inbox.@Nullable Item nextItem;
    private long carriedAt;

    CarriedCall(PreparedCall<?, ?> prepared, CallCarrier carrier) {
        super(prepared.target, prepared.deadline, prepared.arguments, 0, prepared.arguments.length);
        this.carrier = carrier;
        this.patient = prepared.policy.patience() == Patience.WAIT;
        if (prepared.metadata != null) {
            metadata(prepared.metadata);
        }
    }

    /** Another attempt at a call. */
    CarriedCall(ClientCall<?, ?> first) {
        super(first);
        this.carrier = first.carrier();
        this.patient = first.patient();
    }

    /** The call that this is an attempt at. */
    abstract ClientCall<?, ?> call();

    final CallCarrier carrier() {
        return carrier;
    }

    /** The connection that carries it; null while it waits for one. */
    final @Nullable LinkedConnection connection() {
        return connection;
    }

    final void carriedBy(LinkedConnection taker) {
        connection = taker;
        carriedAt = carrier.now();
    }

    /** When a connection took it. */
    final long carriedAt() {
        return carriedAt;
    }

    /** Whether it waits for a connection although the attempts to make one fail. */
    final boolean patient() {
        return patient;
    }

    /** Ends it for good, because of something that happened before a connection took it. */
    final void refuse(CallFailure problem) {
        carrier.refused(this, problem);
    }

    /** The connection, or what stands before it, could not carry it: the carrier decides what comes next. */
    @Override
    protected final void failed(CallFailure problem) {
        carrier.failed(this, problem);
    }

    @Override
    public final void process() {
        carrier.submit(this);
    }

    @Override
    public final Inbox.@Nullable Item next() {
        return nextItem;
    }

    @Override
    public final void next(Inbox.@Nullable Item item) {
        nextItem = item;
    }
}
