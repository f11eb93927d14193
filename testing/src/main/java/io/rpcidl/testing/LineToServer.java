package io.rpcidl.testing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client writes. */
final class LineToServer extends Line {
    private final Orders orders;
    private final Map<Integer, String> services = new HashMap<>();
    /** Calls whose request goes on in further frames. */
    private final Set<Integer> unfinished = new HashSet<>();
    /** Calls whose request is taken and lost, with what follows at its end. */
    private final Map<Integer, Order> lost = new HashMap<>();

    private @Nullable Order atEnd;
    private int lastCall;
    private boolean drained;

    LineToServer(Orders orders, FaultLink link) {
        super(orders, link, Order.Place.TO_SERVER, Order.Place.FRAMES_TO_SERVER);
        this.orders = orders;
    }

    /** The last call that has arrived; none after it does. */
    int drain() {
        drained = true;
        return lastCall;
    }

    @Override
    boolean begins(FrameHead frame) {
        if (frame.type() == FrameHead.BIND) {
            services.put(frame.boundIndex(), frame.boundName());
        }
        if (!frame.ofClientsCall()) {
            return false;
        }
        int call = frame.callId();
        if (frame.type() == FrameHead.CALL) {
            callBegins(frame);
        }
        requestGoesOn(frame);
        return lost.containsKey(call) || (drained && Integer.compareUnsigned(call, lastCall) > 0);
    }

    private void callBegins(FrameHead frame) {
        int call = frame.callId();
        for (Order order : orders.ofRequest()) {
            boolean ends = order.action() == Order.Action.CUT || order.action() == Order.Action.RESET;
            switch (order.place()) {
                case AFTER_DISPATCH -> orders.awaitDispatch(order, link());
                case AFTER_EXECUTION -> link().atEndOf(call, order);
                default -> {
                    if (order.place() == Order.Place.AFTER_WRITE && ends) {
                        lost.put(call, order);
                    } else if (mode() != Mode.ENDED) {
                        strike(order);
                    }
                }
            }
        }
        unfinished.add(call);
        boolean arrives = mode() == Mode.PASSING && !lost.containsKey(call) && !drained;
        if (arrives) {
            lastCall = call;
        }
        if (arrives && !frame.oneway()) {
            String service = services.getOrDefault(frame.service(), "an unknown service");
            link().callBegan(call, "call " + call + " of method " + frame.method() + " of " + service);
        }
    }

    private void requestGoesOn(FrameHead frame) {
        int call = frame.callId();
        boolean request = frame.type() == FrameHead.CALL || frame.type() == FrameHead.ITEM;
        if (request && !frame.more() && unfinished.remove(call)) {
            atEnd = lost.get(call);
        }
    }

    @Override
    void ended() {
        Order order = atEnd;
        atEnd = null;
        if (order != null) {
            strike(order);
        }
    }

    @Override
    void pass(byte[] bytes, int offset, int length) {
        link().write(bytes, offset, length, FaultLink.Written.BY_CLIENT);
    }

    @Override
    void insert(byte[] bytes) {
        link().write(bytes, 0, bytes.length, FaultLink.Written.BY_FAULT);
    }

    @Override
    void absorb(int length) {
        link().taken().absorbed(length);
    }

    @Override
    void resumed(byte[] bytes, Mode before) {
        FaultLink.Written by = before == Mode.STALLED ? FaultLink.Written.BY_CLIENT : FaultLink.Written.BY_FAULT;
        link().write(bytes, 0, bytes.length, by);
        link().flushAfterStall();
    }
}
