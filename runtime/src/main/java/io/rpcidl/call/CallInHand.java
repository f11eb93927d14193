package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.value.CallRefusedException;
import io.rpcidl.value.RpcCode;
import io.rpcidl.wire.MalformedDataException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a call that a peer makes, beside the work of answering it. */
abstract class CallInHand extends AnsweredState {
    private final MethodDescriptor<?, ?> descriptor;
    private final Answers connection;
    private final IncomingCall incoming;
    /** Its method's, so that no step has to look the method up again. */
    private Admission.@Nullable ServiceTime serviceTime;

    private @Nullable MethodCounters counters;

    CallInHand(MethodDescriptor<?, ?> descriptor, Answers connection, IncomingCall incoming) {
        this.descriptor = descriptor;
        this.connection = connection;
        this.incoming = incoming;
    }

    final Answers connection() {
        return connection;
    }

    final Admission.ServiceTime serviceTime() {
        return Objects.requireNonNull(serviceTime, "a call in hand knows its method's service time");
    }

    final void serviceTime(Admission.ServiceTime ofMethod) {
        serviceTime = ofMethod;
    }

    final MethodCounters counters() {
        return Objects.requireNonNull(counters, "a call in hand knows its method's counters");
    }

    final void counters(MethodCounters ofMethod) {
        counters = ofMethod;
    }

    final IncomingCall incoming() {
        return incoming;
    }

    /**
     * Reads what the caller sent beside its arguments.
     *
     * @throws CallRefusedException when it is not legal
     */
    final void readMetadata() {
        byte[] encoded = incoming.metadata();
        if (encoded == null) {
            return;
        }
        try {
            metadata(CallMetadata.decode(connection.codecs(), encoded));
        } catch (MalformedDataException | IllegalArgumentException malformed) {
            String text = "the metadata can't be decoded: " + malformed.getMessage();
            throw new CallRefusedException(RpcCode.BAD_REQUEST, text);
        }
    }

    /** What goes beside the answer, or null. */
    final byte @Nullable [] encodedAnswerMetadata() {
        return CallMetadata.encode(connection.codecs(), answerMetadata());
    }

    @Override
    public final MethodDescriptor<?, ?> method() {
        return descriptor;
    }

    @Override
    public final String peer() {
        return connection.peer();
    }

    @Override
    public final long callId() {
        return incoming.callId();
    }

    @Override
    public final long remainingNanos() {
        long deadline = incoming.deadline();
        return deadline == IncomingCall.NO_DEADLINE
                ? NO_DEADLINE
                : Math.max(0, deadline - connection.timeForHandlers());
    }

    @Override
    final @Nullable Object identity() {
        return connection.identity();
    }

    @Override
    final void identified(Object who) {
        connection.principal(who);
    }

    @Override
    public final ClientCalls backCalls() {
        return connection.backCalls();
    }

    @Override
    final CodecPool codecs() {
        return connection.codecs();
    }

    @Override
    final void runForApplication(Runnable told) {
        connection.runForApplication(told);
    }
}
