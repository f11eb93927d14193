package io.rpcidl.connection;

import io.rpcidl.connection.Outcomes.Ending;
import io.rpcidl.connection.OutgoingCall.State;
import io.rpcidl.frame.CallHead;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import org.jspecify.annotations.Nullable;

/** The calls that this end makes, from submit to their end: the one place that decides their outcomes on this side. */
final class OutgoingCalls {

    private final Core core;
    private final CallTable<OutgoingCall> open = new CallTable<>(OutgoingCall[]::new);
    private final CallQueue waiting = new CallQueue();
    /** Oneway calls in the output. */
    private final CallQueue waitForHandOver = new CallQueue();

    private final Deadlines deadlines = new Deadlines();
    private final Cancels cancels;

    /** Since when calls wait or are in flight, for the keep-alive. */
    private long busySince;

    private long failures;
    /** What the peer's DRAIN has named, unsigned; before it, the highest id there is. */
    private int lastAccepted = -1;

    OutgoingCalls(Core core) {
        this.core = core;
        this.cancels = new Cancels(core, this);
    }

    int inFlight() {
        return open.size();
    }

    int waiting() {
        return waiting.size();
    }

    boolean isIdle() {
        return open.size() == 0 && waiting.isEmpty();
    }

    /** Gives back the room for calls when there are none. */
    void trim() {
        open.trim();
        deadlines.trim();
    }

    long failures() {
        return failures;
    }

    long busySince() {
        return busySince;
    }

    @Nullable
    OutgoingCall open(int id) {
        return open.get(id);
    }

    long nextTimer() {
        return Math.min(deadlines.next(), cancels.nextTimer());
    }

    void submit(OutgoingCall call) {
        requireNew(call);
        CallFailure refusal = refusal(call);
        if (refusal != null) {
            refuse(call, refusal);
            return;
        }
        call.state = State.WAITING;
        if (isIdle()) {
            busySince = core.now;
        }
        waiting.add(call);
        deadlines.add(call);
        core.lastCallAt = core.now;
    }

    /** Fails a call that was never let in. */
    void refuse(OutgoingCall call, CallFailure refusal) {
        requireNew(call);
        fail(call, refusal);
    }

    private static void requireNew(OutgoingCall call) {
        if (call.state != State.NEW) {
            throw new IllegalStateException("this call was submitted before; make a new one");
        }
    }

    /** Why a call can't even wait, or null. */
    private @Nullable CallFailure refusal(OutgoingCall call) {
        if (call.deadline <= core.now) {
            return Outcomes.notSent(RpcCode.DEADLINE, "its deadline had passed before it was sent");
        }
        if (waiting.size() >= core.settings.waitingCalls()) {
            String text = waiting.size() + " calls wait for this connection already";
            return CallFailure.passing(Outcome.NOT_EXECUTED, RpcCode.OVERLOADED, Phase.LOCAL_QUEUE, text);
        }
        return core.peerKnown ? overLimit(call) : null;
    }

    /** Why the peer's limits, now that they are known, will never let the call through, or null. */
    @Nullable
    CallFailure overLimit(OutgoingCall call) {
        ConnectionLimits peer = core.peer;
        byte[] metadata = call.metadata();
        if (peer.callsInFlight() == 0) {
            return Outcomes.notSent(RpcCode.UNKNOWN_METHOD, "the peer offers no services");
        }
        if (call.length > peer.largestMessage()) {
            String text = "its arguments have " + call.length + " bytes, the peer takes " + peer.largestMessage();
            return Outcomes.notSent(RpcCode.TOO_LARGE, text);
        }
        if (metadata != null && metadata.length > CallHead.LONGEST_METADATA) {
            return Outcomes.notSent(
                    RpcCode.TOO_LARGE, "its metadata has " + metadata.length + " bytes, 8192 are legal");
        }
        return null;
    }

    /** The next call that may go, still in the queue, or null. */
    @Nullable
    OutgoingCall firstWaiting() {
        return (OutgoingCall) waiting.first();
    }

    /** The call gets its id and leaves the queue; from here on the peer may know of it. */
    void leaveQueue(OutgoingCall call, int id) {
        waiting.remove(call);
        call.id = id;
        if (call.target.kind().streamsResult()) {
            call.itemsIn = new IncomingItems(core, call);
            call.itemsIn.listening();
        }
        call.state = State.SENDING;
        open.put(call);
    }

    /** Takes a call out of the queue and fails it. */
    void failWaiting(OutgoingCall call, CallFailure failure) {
        waiting.remove(call);
        fail(call, failure);
    }

    /** The last frame of the request was written. */
    void requestHanded(OutgoingCall call) {
        call.endOffset = core.output.position();
        call.wholeRequestHanded = true;
        call.handedAt = core.now;
        call.state = State.SENT;
        if (call.target.kind() == CallKind.ONEWAY) {
            open.remove(call);
            deadlines.remove(call);
            waitForHandOver.add(call);
        } else if (call.itemsOut != null) {
            call.itemsOut.open(core, () -> endUpload(call));
        }
    }

    private void endUpload(OutgoingCall call) {
        core.output.writer().begin(FrameType.ITEM, call.id);
        core.output.writer().finish(FrameHeader.END);
    }

    /** The peer's HELLO is here: its streams may have more credit than was assumed. */
    void peerKnown() {
        for (OutgoingCall call : open.inOrder()) {
            if (call.itemsOut != null) {
                call.itemsOut.wake();
            }
        }
    }

    /** The output went to the transport: oneway calls in it have ended. */
    void outputHandedOver() {
        for (CallNode node = waitForHandOver.first(); node != null; node = waitForHandOver.first()) {
            OutgoingCall call = (OutgoingCall) node;
            waitForHandOver.remove(call);
            call.state = State.ENDED;
            call.sent();
        }
    }

    /** The peer's terminal frame is complete: the call is over on the wire; true when its caller still waits. */
    boolean terminal(OutgoingCall call) {
        open.remove(call);
        deadlines.remove(call);
        endItems(call);
        core.lastCallAt = core.now;
        boolean waits = call.state != State.ENDED;
        call.state = State.ENDED;
        return waits;
    }

    /** Fails a call that the peer may still answer: its entry stays for that answer. */
    void fail(OutgoingCall call, CallFailure failure) {
        deadlines.remove(call);
        endItems(call);
        call.state = State.ENDED;
        core.lastCallAt = core.now;
        failures++;
        call.failed(failure);
    }

    /** The caller does not wait any longer. */
    void cancel(OutgoingCall call, CancelReason reason) {
        RpcCode code = reason == CancelReason.DEADLINE ? RpcCode.DEADLINE : RpcCode.CANCELLED;
        String text = reason == CancelReason.DEADLINE ? "its deadline has passed" : "it was cancelled";
        switch (call.state) {
            case WAITING -> failWaiting(call, Outcomes.notSent(code, text + " while it waited to be sent"));
            case SENDING -> {
                cancels.add(call, reason);
                fail(call, Outcomes.givenUp(call, code, text));
            }
            case SENT -> {
                if (call.target.kind() == CallKind.ONEWAY) {
                    return;
                }
                // At its deadline the peer's own timer stops the call: a CANCEL would only burn the budget for them.
                if (reason == CancelReason.CANCELLED || call.uploading()) {
                    cancels.add(call, reason);
                }
                MessageAssembly incoming = call.incoming;
                if (incoming != null) {
                    incoming.discard();
                }
                fail(call, Outcomes.givenUp(call, code, text));
            }
            default -> {
                // Not submitted, or over: there is nothing to cancel.
            }
        }
    }

    /** This end has found a reason not to go on with a call that the peer works on. */
    void giveUp(OutgoingCall call, CallFailure failure) {
        cancels.add(call, CancelReason.CANCELLED);
        fail(call, failure);
    }

    /** Asks the peer to stop, and lets the call end with what the peer says; a call that has not left is withdrawn. */
    void requestCancel(OutgoingCall call) {
        if (call.state == State.SENT && call.target.kind() == CallKind.UNARY) {
            cancels.add(call, CancelReason.CANCELLED);
        } else {
            cancel(call, CancelReason.CANCELLED);
        }
    }

    void timer() {
        for (CallNode call = deadlines.poll(core.now); call != null; call = deadlines.poll(core.now)) {
            cancel((OutgoingCall) call, CancelReason.DEADLINE);
        }
        cancels.send();
    }

    /**
     * The peer has named the last call that it accepts: later ones, and those that wait, were not executed. The entries of
     * the former stay for the ERROR that each of them gets (W-8.3).
     */
    void drained(int last, RpcCode code, String text) {
        lastAccepted = last;
        CallFailure refused = CallFailure.passing(Outcome.NOT_EXECUTED, code, Phase.SENDING, text);
        for (OutgoingCall call : open.inOrder()) {
            boolean begun = call.incoming != null;
            if (!mayBeDispatched(call) && !begun && call.state != State.ENDED) {
                fail(call, refused);
                if (call.target.kind() == CallKind.ONEWAY) {
                    forget(call);
                }
            }
        }
        failAllWaiting(CallFailure.passing(Outcome.NOT_EXECUTED, code, Phase.LOCAL_QUEUE, text));
    }

    /** The connection is over: every call ends now, with what is known of it. */
    void endAll(Ending ending) {
        for (OutgoingCall call : open.inOrder()) {
            if (terminal(call)) {
                fail(call, Outcomes.lost(call, ending));
            }
        }
        failAllWaiting(CallFailure.passing(Outcome.NOT_EXECUTED, ending.code(), Phase.LOCAL_QUEUE, ending.text()));
    }

    /** Items neither come nor go any more. */
    private static void endItems(OutgoingCall call) {
        if (call.itemsOut != null) {
            call.itemsOut.discard();
        }
        if (call.itemsIn != null) {
            call.itemsIn.close();
        }
    }

    /** No answer to this call will come. */
    void forget(OutgoingCall call) {
        open.remove(call);
    }

    /** Whether no DRAIN of the peer has said that it will never dispatch this call (W-8.2). */
    boolean mayBeDispatched(OutgoingCall call) {
        return Integer.compareUnsigned(call.id, lastAccepted) <= 0;
    }

    void failAllWaiting(CallFailure failure) {
        for (OutgoingCall call = firstWaiting(); call != null; call = firstWaiting()) {
            failWaiting(call, failure);
        }
    }
}
