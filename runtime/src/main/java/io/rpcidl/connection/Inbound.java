package io.rpcidl.connection;

import io.rpcidl.frame.Bind;
import io.rpcidl.frame.Bound;
import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.FrameReader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.PayloadReader;
import io.rpcidl.frame.ProtocolViolation;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Cuts the bytes of the peer into frames and gives each to its class; who may send what about which call is decided here. */
final class Inbound {

    private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);
    /** How many of each may come in one window. */
    private static final int CANCELS = 200;

    private static final int EXTENSIONS = 200;
    private static final int USELESS_FRAMES = 1_000;
    private static final int MUST_UNDERSTAND_BELOW = 0x4000;

    private final Core core;
    private final Parts parts;
    private final FrameReader frames;
    private final RateBudget cancelBudget = new RateBudget(CANCELS, WINDOW);
    private final RateBudget extensionBudget = new RateBudget(EXTENSIONS, WINDOW);
    private final RateBudget closedBudget = new RateBudget(USELESS_FRAMES, WINDOW);
    private long dropped;

    Inbound(Core core, Parts parts) {
        this.core = core;
        this.parts = parts;
        this.frames = FrameReader.inPieces(core.settings.limits().largestFrame());
    }

    /** Gives back the room for split frames. */
    void trim() {
        frames.trim();
    }

    /** Frames for calls that had ended. */
    long dropped() {
        return dropped;
    }

    /**
     * Takes bytes in any slices.
     *
     * @throws ProtocolViolation at the first frame that is not legal
     */
    void received(byte[] bytes, int offset, int length) {
        boolean completed = false;
        frames.feed(bytes, offset, length);
        while (!core.closed && frames.next()) {
            completed |= frames.whole();
            frame(frames.type());
        }
        parts.liveness().received(frames.midFrame(), completed);
    }

    private void frame(FrameType type) {
        if (!core.peerKnown && type != FrameType.HELLO && !(core.connecting() && type == FrameType.DRAIN)) {
            throw new ProtocolViolation(Clauses.HELLO_FIRST, type + " before HELLO");
        }
        if (type == FrameType.CALL || type == FrameType.BIND) {
            parts.draining().requireNotReceived(type);
        }
        PayloadReader in = frames.payload();
        switch (type) {
            case HELLO -> {
                parts.handshake().received(frames);
                parts.outgoing().peerKnown();
            }
            case BIND -> parts.incomingBindings().bind(Bind.read(in));
            case BOUND -> parts.sender().bindings().bound(Bound.read(in));
            case CALL -> parts.receiver().call(frames);
            case ITEM -> item();
            case REPLY, ERROR -> terminal();
            case CANCEL -> cancel();
            case CREDIT -> credit(in);
            case PING -> parts.liveness().ping(frames);
            case PONG -> parts.liveness().pong(frames);
            case DRAIN -> drain(Drain.read(in));
            case EXT -> extension(in);
            default -> throw new ProtocolViolation(Clauses.FRAME_TYPE, type + " is reserved");
        }
    }

    private void item() {
        if (core.isPeersId(frames.callId())) {
            IncomingCall call = incoming();
            if (call != null) {
                parts.receiver().item(frames, call);
            }
        } else {
            OutgoingCall call = outgoing();
            if (call != null) {
                parts.replies().item(frames, call);
            }
        }
    }

    private void terminal() {
        if (core.isPeersId(frames.callId())) {
            throw new ProtocolViolation(Clauses.UNKNOWN_CALL, frames.type() + " for a call of its own sender");
        }
        OutgoingCall call = outgoing();
        if (call == null) {
            return;
        }
        if (frames.type() == FrameType.REPLY) {
            parts.replies().reply(frames, call);
        } else {
            parts.replies().error(frames, call);
        }
    }

    private void cancel() {
        if (!core.isPeersId(frames.callId())) {
            throw new ProtocolViolation(Clauses.CANCEL, "CANCEL for a call that its sender did not open");
        }
        IncomingCall call = parts.incoming().open(frames.callId());
        requireOpened(parts.receiver().highestId());
        if (call == null ? !core.lateFrames.takeCancel() : !call.takeCancel()) {
            spend(cancelBudget, Clauses.CANCEL_BUDGET, "more than 200 CANCELs in 30 seconds");
            if (call == null) {
                drop(parts.receiver().highestId());
            }
        }
        parts.receiver().cancel(frames, call);
    }

    private void credit(PayloadReader in) {
        int id = frames.callId();
        long bytes = Integer.toUnsignedLong(in.u32());
        in.requireEnd();
        if (id == 0) {
            parts.sender().credit(bytes);
            return;
        }
        if (bytes == 0) {
            throw new ProtocolViolation(Clauses.CREDIT, "CREDIT of 0 bytes");
        }
        CallNode call = core.isPeersId(id) ? incoming() : outgoing();
        if (call != null) {
            OutgoingItems items = call.itemsOut;
            if (items == null || items.creditsToCome() == 0) {
                spend(closedBudget, Clauses.CLOSED_BUDGET, "more than 1000 useless frames in 30 seconds");
            }
            if (items != null) {
                items.credit(bytes);
            }
        }
    }

    private void drain(Drain drain) {
        parts.draining().received(drain);
        core.events.drained(drain);
        if (drain.code() != DrainCode.GOING_AWAY) {
            parts.closing().closedByPeer(drain);
        }
    }

    private void extension(PayloadReader in) {
        int id = in.u16();
        if (id < MUST_UNDERSTAND_BELOW) {
            throw new ProtocolViolation(
                    Clauses.EXTENSION, "the extension " + id + " is not known and must be understood");
        }
        spend(extensionBudget, Clauses.EXTENSION, "more than 200 EXT in 30 seconds");
    }

    private @Nullable IncomingCall incoming() {
        IncomingCall call = parts.incoming().open(frames.callId());
        if (call == null) {
            drop(parts.receiver().highestId());
        }
        return call;
    }

    private @Nullable OutgoingCall outgoing() {
        OutgoingCall call = parts.outgoing().open(frames.callId());
        if (call == null) {
            drop(parts.sender().highestId());
        }
        return call;
    }

    /** A frame for a call that has ended is dropped; one for a call that never began is a violation (W-6.11). */
    private void drop(int highest) {
        requireOpened(highest);
        if (frames.continues()) {
            boolean unused = core.lateFrames.take(frames.payload().remaining());
            return; // the frame was counted with its first piece
        }
        dropped++;
        if (frames.type() == FrameType.CREDIT && core.isPeersId(frames.callId()) && core.lateFrames.takeCredit()) {
            return;
        }
        if (frames.type() == FrameType.ITEM
                && core.isPeersId(frames.callId())
                && core.lateFrames.take(frames.payload().remaining())) {
            return;
        }
        spend(closedBudget, Clauses.CLOSED_BUDGET, "more than 1000 frames for ended calls in 30 seconds");
    }

    private void requireOpened(int highest) {
        if (Integer.compareUnsigned(frames.callId(), highest) > 0) {
            throw new ProtocolViolation(
                    Clauses.UNKNOWN_CALL,
                    frames.type() + " for the call " + Integer.toUnsignedString(frames.callId())
                            + ", which was never opened");
        }
    }

    private void spend(RateBudget budget, String clause, String what) {
        if (!budget.spend(core.now)) {
            throw new ProtocolViolation(DrainCode.LIMIT_EXCEEDED, clause, what);
        }
    }
}
