package io.rpcidl.testing;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** What a client reads. */
final class LineToClient extends Line {
    private final Map<Integer, Order> atEndOf = new HashMap<>();
    private final Queue<Runnable> betweenFrames = new ArrayDeque<>();
    private int endingCall;
    private boolean drained;

    LineToClient(Orders orders, FaultLink link) {
        super(orders, link, Order.Place.TO_CLIENT, Order.Place.FRAMES_TO_CLIENT);
    }

    void atEndOf(int call, Order order) {
        atEndOf.put(call, order);
    }

    /** The client reads a DRAIN between two frames; the server's own is then one too many. */
    void drain(int lastAccepted, Fault fault) {
        Runnable says = () -> {
            drained = true;
            fault.strike(); // first: what it leads to may end the test, which looks whether it has struck
            insert(FrameHead.drain(lastAccepted, "a fault was ordered: " + fault));
        };
        if (betweenFrames()) {
            says.run();
            link().readCompleted();
        } else {
            betweenFrames.add(says);
        }
    }

    @Override
    boolean begins(FrameHead frame) {
        boolean answer = frame.type() == FrameHead.REPLY || frame.type() == FrameHead.ERROR;
        Order order = answer ? atEndOf.remove(frame.callId()) : null;
        if (order != null) {
            strike(order);
        }
        endingCall = frame.ofClientsCall() && frame.end() ? frame.callId() : 0;
        return drained && frame.type() == FrameHead.DRAIN;
    }

    @Override
    void ended() {
        if (endingCall != 0 && mode() == Mode.PASSING) {
            link().callEnded(endingCall);
        }
        for (Runnable next = betweenFrames.poll(); next != null; next = betweenFrames.poll()) {
            next.run();
        }
    }

    @Override
    void pass(byte[] bytes, int offset, int length) {
        link().deliver(bytes, offset, length);
    }

    @Override
    void insert(byte[] bytes) {
        link().deliver(bytes, 0, bytes.length);
    }

    @Override
    void absorb(int length) {
        // nobody counts what a client does not read
    }

    @Override
    void resumed(byte[] bytes, Mode before) {
        link().deliver(bytes, 0, bytes.length);
        link().readCompleted();
        link().readsAgain();
    }
}
