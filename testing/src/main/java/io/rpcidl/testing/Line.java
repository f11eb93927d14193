package io.rpcidl.testing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One direction of a connection: finds the places of orders in what passes, and does what they say; only on the link's loop. */
abstract class Line {
    /** The octet of a header whose top bit is reserved. */
    private static final int RESERVED_BIT = 3;

    private static final int NOWHERE = -1;

    private final Orders orders;
    private final FaultLink link;
    private final Order.Place octets;
    private final Order.Place frames;
    private final byte[] head = new byte[FrameHead.LONGEST];
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private int headLength;
    private int headNeeded = FrameHead.HEADER;
    private int payloadLeft;
    private long position;
    private long framesBegun;
    private int corruptIn = NOWHERE;
    private boolean duplicateNext;
    private @Nullable ByteArrayOutputStream duplicate;
    private boolean skipping;
    private boolean begun;
    private Mode mode = Mode.PASSING;

    /** What becomes of octets. */
    enum Mode {
        PASSING,
        /** They are taken and lost. */
        SILENT,
        /** They are kept, and their writer has not got rid of them. */
        STALLED,
        /** They are kept, and their writer thinks that they are under way. */
        HELD,
        ENDED
    }

    Line(Orders orders, FaultLink link, Order.Place octets, Order.Place frames) {
        this.orders = orders;
        this.link = link;
        this.octets = octets;
        this.frames = frames;
    }

    /** A frame begins; true when none of it is to arrive. */
    abstract boolean begins(FrameHead frame);

    /** The frame that has begun last has passed. */
    abstract void ended();

    /** Octets go on. */
    abstract void pass(byte[] bytes, int offset, int length);

    /** Octets go on that nobody has written. */
    abstract void insert(byte[] bytes);

    /** Octets count as taken and are lost, or go on later. */
    abstract void absorb(int length);

    /** What was held goes on now. */
    abstract void resumed(byte[] bytes, Mode before);

    final Mode mode() {
        return mode;
    }

    final FaultLink link() {
        return link;
    }

    final int heldOctets() {
        return held.size();
    }

    final boolean betweenFrames() {
        return payloadLeft == 0 && headLength == 0;
    }

    final void accept(byte[] bytes, int offset, int length) {
        if (!begun) {
            begun = true;
            octetOrders();
        }
        int at = offset;
        int end = offset + length;
        while (at < end && mode != Mode.ENDED) {
            if (payloadLeft == 0) {
                int count = Math.min(headNeeded - headLength, end - at);
                System.arraycopy(bytes, at, head, headLength, count);
                headLength += count;
                at += count;
                headGrown();
            } else {
                int count = Math.min(payloadLeft, end - at);
                payloadLeft -= count;
                emit(bytes, at, count);
                at += count;
                endFrame();
            }
        }
    }

    private void headGrown() {
        if (headLength == FrameHead.HEADER && headNeeded == FrameHead.HEADER) {
            headNeeded = new FrameHead(head).needed();
        }
        if (headLength == headNeeded) {
            headLength = 0;
            headNeeded = FrameHead.HEADER;
            beginFrame(new FrameHead(head));
        }
    }

    private void beginFrame(FrameHead frame) {
        int known = frame.needed();
        payloadLeft = FrameHead.HEADER + frame.length() - known;
        Order order = orders.at(frames, framesBegun);
        framesBegun++;
        if (order != null) {
            strike(order);
        }
        if (mode != Mode.ENDED) {
            skipping = begins(frame);
        }
        if (duplicateNext) {
            duplicateNext = false;
            duplicate = new ByteArrayOutputStream();
        }
        emit(head, 0, known);
        endFrame();
    }

    private void endFrame() {
        if (payloadLeft > 0 || mode == Mode.ENDED) {
            return;
        }
        skipping = false;
        ByteArrayOutputStream again = duplicate;
        duplicate = null;
        if (again != null && mode == Mode.PASSING) {
            insert(again.toByteArray());
        }
        ended();
    }

    /** Does what is ordered, here and now. */
    final void strike(Order order) {
        switch (order.action()) {
            case DROP -> turn(Mode.SILENT, order);
            case DELAY, STALL -> hold(order);
            case CUT, RESET -> {
                mode = Mode.ENDED;
                link.end(order);
            }
            case DUPLICATE -> {
                duplicateNext = true;
                order.fault().strike();
            }
            case CORRUPT -> {
                corruptIn = order.place() == octets ? 0 : RESERVED_BIT;
                order.fault().strike();
            }
            case DRAIN -> link.drain(order);
        }
    }

    private void turn(Mode next, Order order) {
        mode = next;
        link.spoiled();
        order.fault().strike();
    }

    private void hold(Order order) {
        turn(order.place() == Order.Place.AFTER_WRITE ? Mode.HELD : Mode.STALLED, order);
        link.holds();
        if (order.action() == Order.Action.DELAY) {
            link.loop().schedule(link.loop().now() + order.time().toNanos(), this::release);
        }
        order.fault().endsBy(() -> link.execute(this::release));
    }

    private void release() {
        if (mode != Mode.STALLED && mode != Mode.HELD) {
            return;
        }
        Mode before = mode;
        mode = Mode.PASSING;
        byte[] bytes = held.toByteArray();
        held.reset();
        resumed(bytes, before);
    }

    private void emit(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && mode != Mode.ENDED) {
            int count = (int) Math.min(end - at, orders.octetsToNext(octets, position));
            put(bytes, at, count);
            at += count;
            position += count;
            octetOrders();
        }
    }

    private void octetOrders() {
        for (Order order = orders.at(octets, position); order != null; order = orders.at(octets, position)) {
            strike(order);
        }
    }

    private void put(byte[] bytes, int offset, int length) {
        byte[] source = bytes;
        int start = offset;
        if (corruptIn >= 0 && corruptIn < length) {
            source = Arrays.copyOfRange(bytes, offset, offset + length);
            source[corruptIn] ^= (byte) 0x80;
            start = 0;
        }
        corruptIn = corruptIn < length ? NOWHERE : corruptIn - length;
        if (duplicate != null) {
            duplicate.write(source, start, length);
        }
        if (skipping) {
            absorb(length);
            return;
        }
        switch (mode) {
            case PASSING -> pass(source, start, length);
            case SILENT -> absorb(length);
            case STALLED -> held.write(source, start, length);
            case HELD -> {
                held.write(source, start, length);
                absorb(length);
            }
            case ENDED -> throw new IllegalStateException("octets on a line that has ended");
        }
    }
}
