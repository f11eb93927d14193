package io.rpcidl.simulation.audit;

import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What went over one wire, seen at both of its ends: keeps the books of request credit and of calls in flight a second time
 * (V2, V3), and sees that each call has one terminal and that neither end calls the other a breaker of rules (V4).
 */
public final class WireAudit {
    private final World world;
    private final String name;
    private final long number;
    private final Map<Integer, WireCall> calls = new HashMap<>();
    private final CallerBooks caller;
    private final CalledBooks called;
    /** The same for the calls that the server makes back. */
    private final CallerBooks backCaller;

    private final CalledBooks backCalled;
    private final FrameTap clientHanded;
    private final FrameTap serverGot;
    private final FrameTap serverHanded;
    private final FrameTap clientGot;

    /** Nothing went over it yet. */
    public WireAudit(World world, String name, long number) {
        this.world = world;
        this.name = name;
        this.number = number;
        this.caller = new CallerBooks(this, calls, CallerBooks.Opener.CONNECTING);
        this.called = new CalledBooks(this);
        this.backCaller = new CallerBooks(this, calls, CallerBooks.Opener.ACCEPTING);
        this.backCalled = new CalledBooks(this);
        this.clientHanded = new FrameTap(
                frame -> book(frame, ofServersCall(frame, Frame.CREDIT), backCalled::handed, caller::handed));
        this.clientGot = new FrameTap(
                frame -> read(frame, ofServersCall(frame, Frame.CALL), backCalled::got, caller::got), backCalled::got);
        this.serverHanded = new FrameTap(
                frame -> book(frame, ofServersCall(frame, Frame.CALL), backCaller::handed, called::handed));
        this.serverGot = new FrameTap(
                frame -> read(frame, ofServersCall(frame, Frame.CREDIT), backCaller::got, called::got), called::got);
    }

    /** Whether a frame is about a call that the server has opened; those without an id are told by their type. */
    private static boolean ofServersCall(Frame frame, int typeWithoutId) {
        return frame.callId == 0 ? frame.type == typeWithoutId : (frame.callId & 1) == 0;
    }

    private static void book(Frame frame, boolean back, Consumer<Frame> ofBackCalls, Consumer<Frame> ofCalls) {
        (back ? ofBackCalls : ofCalls).accept(frame);
    }

    /** What a side reads of HELLO bounds it in both of its roles. */
    private static void read(Frame frame, boolean back, Consumer<Frame> ofBackCalls, Consumer<Frame> ofCalls) {
        book(frame, back, ofBackCalls, ofCalls);
        if (frame.type == Frame.HELLO) {
            frame.rewind();
            ofBackCalls.accept(frame);
        }
    }

    /** The client has handed octets to its link. */
    public void clientHands(byte[] bytes, int offset, int length) {
        clientHanded.octets(bytes, offset, length);
    }

    /** The client gets octets. */
    public void clientGets(byte[] bytes, int offset, int length) {
        clientGot.octets(bytes, offset, length);
    }

    /** The server has handed octets to its link. */
    public void serverHands(byte[] bytes, int offset, int length) {
        serverHanded.octets(bytes, offset, length);
    }

    /** The server gets octets. */
    public void serverGets(byte[] bytes, int offset, int length) {
        serverGot.octets(bytes, offset, length);
    }

    /** The link was reset with what was under way. */
    public void reset() {
        if (clientGot.midFrame() || serverGot.midFrame()) {
            world.reach(Mark.RESET_MID_FRAME);
        }
        if (clientGot.midMessage()) {
            world.reach(Mark.LOST_MID_REPLY);
        }
    }

    /** Where the last octet of a call's request stands in what the client has handed over; -1 when it has not. */
    public long requestEnd(long callId) {
        WireCall call = calls.get((int) callId);
        return call == null ? -1 : call.requestEnd;
    }

    /** Whether calls are in flight, as the client sees it. */
    public boolean busy() {
        return caller.inFlight() + backCaller.inFlight() > 0;
    }

    void violated(String invariant, String text) {
        world.violated(invariant, name + ": " + text);
    }

    void note(String what, long callId, long value) {
        world.note(what, (number << 32) | (callId & 0xFFFF_FFFFL), value);
    }

    void reach(Mark mark) {
        world.reach(mark);
    }

    /** A DRAIN says why; between two correct ends only the passing of time may be a reason to blame the other. */
    void judgeDrain(Frame frame) {
        int last = frame.u32();
        int code = frame.u8();
        frame.skip(4);
        String text = frame.text(48);
        note("drain", last, code);
        if (text.startsWith("the connection has reached its greatest")) {
            reach(Mark.CONNECTION_AGED);
        }
        boolean late = code == 3 && (text.startsWith("W-7.8") || text.startsWith("W-8.7"));
        if (code == 3 && late) {
            return;
        }
        if (code != 0 && code != 5) {
            violated("V4", "an end was sent DRAIN with code " + code + ": " + text);
        }
    }

    /** A call as the wire has shown it. */
    static final class WireCall {
        final long cost;
        final boolean oneway;
        final StreamBooks upload = new StreamBooks();
        final StreamBooks result = new StreamBooks();
        long requestEnd = -1;
        boolean arrived;
        boolean answerBegun;
        boolean answerEnded;

        WireCall(long cost, boolean oneway) {
            this.cost = cost;
            this.oneway = oneway;
        }
    }

    /** The call of a frame that only makes sense for one that was opened. */
    @Nullable
    WireCall opened(Frame frame) {
        WireCall call = calls.get(frame.callId);
        if (call == null) {
            violated(
                    "V4",
                    "a frame of type " + frame.type + " for the call " + frame.callId + ", which was never opened");
        }
        return call;
    }
}
