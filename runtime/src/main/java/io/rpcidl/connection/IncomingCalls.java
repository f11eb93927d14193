package io.rpcidl.connection;

import io.rpcidl.frame.CancelReason;
import io.rpcidl.value.RpcCode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The calls that the peer makes, from their CALL until their handler has ended: slots, deadlines, the one terminal. */
final class IncomingCalls {

    private static final ErrorReply NO_ROOM =
            ErrorReply.passing(RpcCode.OVERLOADED, "the requests of all connections take all the octets that they may");
    private static final ErrorReply UNREAD = ErrorReply.lasting(
            RpcCode.OVERLOADED,
            "the answer was dropped: answers that peers do not read take all the octets that they may");
    private static final ErrorReply CANCELLED = ErrorReply.lasting(RpcCode.CANCELLED, "cancelled");

    private final Core core;
    private final ReplySender sender;
    private final RequestCredit credit;
    private final CallTable<IncomingCall> open = new CallTable<>(IncomingCall[]::new);
    private final Deadlines deadlines = new Deadlines();
    /** Whole requests that wait until the peer reads its answers. */
    private final CallQueue heldBack = new CallQueue();
    /** Calls that hold a slot: answered or not, a running handler keeps its slot. */
    private int slots;

    private int overdue;
    private boolean delivering;

    IncomingCalls(Core core, ReplySender sender, RequestCredit credit) {
        this.core = core;
        this.sender = sender;
        this.credit = credit;
    }

    /** Calls that are not answered, and oneway calls whose handler has not ended. */
    int unanswered() {
        return open.size();
    }

    int slots() {
        return slots;
    }

    boolean hasFreeSlot() {
        return slots < core.settings.limits().callsInFlight();
    }

    /** Whether handlers that outlived their calls hold more than half of the slots. */
    boolean stuck() {
        return 2L * overdue > core.settings.limits().callsInFlight() && overdue > 0;
    }

    boolean isIdle() {
        return open.size() == 0 && slots == 0;
    }

    /** Gives back the room for calls when there are none. */
    void trim() {
        open.trim();
        deadlines.trim();
    }

    @Nullable
    IncomingCall open(int id) {
        return open.get(id);
    }

    long nextTimer() {
        return deadlines.next();
    }

    /** A CALL was accepted; its request may still be on the way. */
    void opened(IncomingCall call) {
        open.put(call);
        deadlines.add(call);
        if (!call.oneway) {
            slots++;
        }
        if (call.kind.streamsResult()) {
            call.itemsOut = new OutgoingItems(call);
            call.itemsOut.open(core, () -> answerWaiting(call));
        }
        core.lastCallAt = core.now;
    }

    /** The whole request is here. */
    void arrived(IncomingCall call) {
        call.arrivedAt = core.now;
        if (core.outputFull() || !heldBack.isEmpty()) {
            call.keepArguments();
            heldBack.add(call);
        } else {
            deliver(call);
        }
    }

    /** The peer has read answers, or the connection is over: requests need not wait any longer. */
    void deliverHeldBack() {
        if (delivering) {
            return; // an answer was given at once; the loop below goes on
        }
        delivering = true;
        for (CallNode node = heldBack.first();
                node != null && (core.closed || !core.outputFull());
                node = heldBack.first()) {
            heldBack.remove(node);
            deliver((IncomingCall) node);
        }
        delivering = false;
    }

    private void deliver(IncomingCall call) {
        call.delivered = true;
        if (!core.events.readsArgumentsAtOnce()) {
            call.keepArguments();
        }
        core.events.callArrived(call);
    }

    void reply(IncomingCall call, byte[] body, int offset, int length) {
        requireEntered(call);
        if (brokenOff(call)) {
            fail(call, CANCELLED);
        } else if (waitsForItems(call)) {
            byte[] kept = Arrays.copyOfRange(body, offset, offset + length);
            answerLater(call, () -> reply(call, kept, 0, kept.length));
        } else if (answer(call)) {
            if (length > core.peer.largestMessage()) {
                sender.error(call, tooLarge(length));
            } else if (core.outbound.tooMuch(length)) {
                sender.error(call, UNREAD);
            } else {
                sender.reply(call, body, offset, length);
            }
        }
    }

    void declaredError(IncomingCall call, int number, byte[] body, int offset, int length) {
        requireEntered(call);
        if (waitsForItems(call)) {
            byte[] kept = Arrays.copyOfRange(body, offset, offset + length);
            answerLater(call, () -> declaredError(call, number, kept, 0, kept.length));
        } else if (answer(call)) {
            if (length > core.peer.largestMessage()) {
                sender.error(call, tooLarge(length));
            } else {
                sender.declaredError(call, number, body, offset, length);
            }
        }
    }

    void fail(IncomingCall call, ErrorReply error) {
        call.refuse();
        if (waitsForItems(call)) {
            answerLater(call, () -> fail(call, error));
        } else if (answer(call)) {
            sender.error(call, error);
        }
    }

    /** The stream that comes back was cancelled: its end would look like a whole one. */
    private static boolean brokenOff(IncomingCall call) {
        return !call.answered && call.itemsOut != null && call.itemsOut.discarded();
    }

    /** Whether items stand between now and the answer. */
    private static boolean waitsForItems(IncomingCall call) {
        return !call.answered
                && call.dispatched()
                && call.itemsOut != null
                && call.itemsOut.open()
                && !call.itemsOut.idle();
    }

    private static void answerLater(IncomingCall call, IncomingCall.Terminal answer) {
        call.waitingAnswer = answer;
        if (call.itemsOut != null) {
            call.itemsOut.finish();
        }
    }

    /** The last item has left. */
    private static void answerWaiting(IncomingCall call) {
        IncomingCall.Terminal answer = call.waitingAnswer;
        call.waitingAnswer = null;
        if (answer != null) {
            answer.write();
        }
    }

    /** Sends an item of the stream that comes back; dropped when the call is over. */
    void addItem(IncomingCall call, byte[] item) {
        OutgoingItems items = call.itemsOut;
        if (items == null || !call.dispatched()) {
            throw new IllegalStateException("call " + call.callId() + " takes no items");
        }
        if (!call.answered) {
            items.add(item);
        }
    }

    /** A fragment of a request has come; false when there is no room for it, and the call has ended. */
    boolean hold(IncomingCall call, int octets) {
        MessageAssembly incomplete = call.incoming;
        int memory = incomplete == null ? octets : incomplete.growth(octets);
        if (core.inbound.take(memory)) {
            call.held += memory;
            return true;
        }
        if (incomplete != null) {
            core.lateFrames.expect(Math.max(0, incomplete.missing() - octets));
        }
        call.refuse();
        end(call, NO_ROOM);
        return false;
    }

    /** There is no room for an item of the upload. */
    void itemWithoutRoom(IncomingCall call) {
        call.refuse();
        end(call, NO_ROOM);
        notifyCancelled(call);
    }

    /** The peer has begun an item that is larger than any message may be. */
    void itemTooLarge(IncomingCall call) {
        call.refuse();
        end(call, ErrorReply.lasting(RpcCode.TOO_LARGE, "an item is larger than this end takes"));
        notifyCancelled(call);
    }

    void handlerEnded(IncomingCall call) {
        if (call.handlerEnded || !call.delivered) {
            throw new IllegalStateException("the handler of call " + call.callId() + " has ended before");
        }
        call.handlerEnded = true;
        if (call.overdue) {
            overdue--;
        }
        if (call.oneway && open.get(call.id) != null) {
            close(call);
        }
        free(call);
    }

    /** CANCEL, or the deadline, or the end of the connection: which of them decides what the caller is told. */
    void cancel(IncomingCall call, CancelReason reason) {
        boolean deadline = reason == CancelReason.DEADLINE;
        if (call.queue != null) {
            heldBack.remove(call);
        }
        MessageAssembly incomplete = call.incoming;
        if (incomplete != null) {
            core.lateFrames.expect(incomplete.missing());
        }
        if (call.refuse() || (deadline && !call.answered)) {
            end(call, deadline ? expired(call) : CANCELLED);
        } else if (!call.answered && call.itemsOut != null) {
            call.itemsOut.discard();
            if (call.waitingAnswer != null) {
                fail(call, CANCELLED);
            }
        }
        notifyCancelled(call);
    }

    /** Answers now, whatever the handler does. */
    private void end(IncomingCall call, ErrorReply error) {
        if (answer(call) && !call.oneway) {
            sender.error(call, error);
        }
        if (!call.delivered) {
            call.incoming = null;
            free(call);
        } else if (call.dispatched() && !call.oneway && !call.handlerEnded) {
            call.overdue = true;
            overdue++;
        }
    }

    void timer() {
        for (CallNode call = deadlines.poll(core.now); call != null; call = deadlines.poll(core.now)) {
            cancel((IncomingCall) call, CancelReason.DEADLINE);
        }
    }

    /** The connection is gone: nobody waits for an answer; oneway calls that have arrived go on. */
    void endAll() {
        for (IncomingCall call : open.inOrder()) {
            if (call.oneway && call.arrivedWhole()) {
                continue;
            }
            if (call.queue != null) {
                heldBack.remove(call);
            }
            call.refuse();
            close(call);
            call.answered = true;
            free(call); // its handler may have ended before the answer could leave
            notifyCancelled(call);
        }
        deliverHeldBack();
    }

    private void notifyCancelled(IncomingCall call) {
        if (call.delivered && !call.cancelled && !call.handlerEnded) {
            call.cancelled = true;
            core.events.callCancelled(call);
        }
    }

    /** The one place where a call gets its terminal; false when it has one, or gets none. */
    private boolean answer(IncomingCall call) {
        if (call.answered) {
            return false;
        }
        call.answered = true;
        if (call.oneway) {
            if (!call.delivered) {
                close(call);
            }
            return false;
        }
        close(call);
        free(call);
        return true;
    }

    private void close(IncomingCall call) {
        open.remove(call);
        deadlines.remove(call);
        call.waitingAnswer = null;
        if (call.cancelMayCome()) {
            core.lateFrames.expectCancel();
        }
        if (call.itemsOut != null) {
            call.itemsOut.discard();
            core.lateFrames.expectCredits(call.itemsOut.creditsToCome());
        }
        IncomingItems upload = call.itemsIn;
        if (upload != null) {
            if (!upload.ended()) {
                core.lateFrames.expect(upload.mayStillCome());
            }
            upload.close();
        }
        core.lastCallAt = core.now;
    }

    /** Gives slot and request bytes back when neither a handler nor the peer needs them any more. */
    private void free(IncomingCall call) {
        boolean handlerDone = call.handlerEnded || !call.delivered;
        if (handlerDone && (call.answered || call.oneway) && !call.freed) {
            call.freed = true;
            call.release();
            if (!call.oneway) {
                slots--;
            }
            credit.release(call.cost);
            core.inbound.give(call.held);
            call.held = 0;
            if (call.itemsIn != null) {
                call.itemsIn.release();
            }
        }
    }

    private static void requireEntered(IncomingCall call) {
        if (!call.dispatched() && !call.answered) {
            throw new IllegalStateException("call " + call.callId() + " is answered but was never entered");
        }
    }

    private ErrorReply tooLarge(int length) {
        return ErrorReply.lasting(
                RpcCode.TOO_LARGE,
                "the reply has " + length + " bytes, the caller takes " + core.peer.largestMessage());
    }

    private static ErrorReply expired(IncomingCall call) {
        return call.dispatched()
                ? ErrorReply.lasting(RpcCode.DEADLINE, "the deadline has passed while the handler ran")
                : ErrorReply.passing(RpcCode.DEADLINE, "the deadline has passed before the handler began");
    }
}
