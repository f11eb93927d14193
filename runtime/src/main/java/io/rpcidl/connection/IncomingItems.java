package io.rpcidl.connection;

import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameReader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.PayloadReader;
import io.rpcidl.frame.ProtocolViolation;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The items that the peer sends in one call, and the credit for them (W-7.12 to W-7.15).
 *
 * <p>The window is what may be on its way or wait for the application. It doubles when an item comes that the last CREDIT
 * has let go while the application was waiting: then the round trip of the credit, and nobody else, slows the stream down.
 */
final class IncomingItems {

    /** A window grows no further. */
    private static final long LARGEST_WINDOW = 4 << 20;

    /** A mark that no count reaches. */
    private static final long NONE = Long.MAX_VALUE;

    private final Core core;
    private final CallNode call;
    private long window;
    /** What the peer may still send. */
    private long credit;
    /** What has come and was not taken by the application. */
    private long held;
    /** What the budget of all connections counts for it. */
    private long memory;
    /** What has come in all, and where it stands when the peer has seen the last CREDIT. */
    private long received;

    private long growAt = NONE;
    private @Nullable MessageAssembly item;
    private boolean wantsLargeItem;
    /** Items that came before anybody listened. */
    private @Nullable ArrayDeque<byte[]> early = new ArrayDeque<>(0);

    private boolean ended;
    private boolean closed;

    IncomingItems(Core core, CallNode call) {
        this.core = core;
        this.call = call;
        this.window = core.settings.limits().streamCredit();
        this.credit = window;
    }

    /** What a frame has led to. */
    enum Result {
        /** It belongs to the stream. */
        TAKEN,
        /** It begins an item above the largest message; what follows is only counted. */
        TOO_LARGE,
        /** All connections together hold what they may; it was not kept. */
        NO_ROOM
    }

    /** Takes an ITEM that carries items. */
    Result frame(FrameReader frame) {
        if (ended) {
            throw new ProtocolViolation(Clauses.UPLOAD_END, "ITEM behind the end of an upload");
        }
        if (frame.flags() == FrameHeader.END) {
            end(frame.payload());
            return Result.TAKEN;
        }
        boolean more = frame.flags() == FrameHeader.MORE;
        MessageAssembly current = item;
        return current == null ? first(frame.payload(), more) : next(current, frame.payload(), more);
    }

    /** Whether there is room for a frame; else what it costs is charged, so that what may still come is known. */
    private boolean hold(long octets, PayloadReader frame) {
        if (closed) {
            return true;
        }
        if (!core.inbound.take(octets)) {
            charge(frame.remaining());
            return false;
        }
        memory += octets;
        return true;
    }

    private void giveBack(long octets) {
        memory -= octets;
        core.inbound.give(octets);
    }

    /** Nobody has items of this call any more. */
    void release() {
        giveBack(memory);
    }

    private void end(PayloadReader in) {
        if (in.remaining() > 0 || item != null) {
            throw new ProtocolViolation(Clauses.UPLOAD_END, "END on an ITEM with octets, or inside an item");
        }
        ended = true;
        if (early == null) {
            call.listener.itemsEnded();
        }
    }

    /** The arguments had END: no item comes. */
    void endWithTheArguments() {
        ended = true;
    }

    private Result first(PayloadReader in, boolean more) {
        if (!more) {
            int length = in.remaining();
            if (length == 0) {
                throw new ProtocolViolation(Clauses.STREAM_ITEM, "an item without octets");
            }
            if (!hold(OutgoingItems.ITEM_COST + (long) length, in)) {
                return Result.NO_ROOM;
            }
            charge(OutgoingItems.ITEM_COST + (long) length);
            deliver(in.bytes(), in.position(), length);
            return Result.TAKEN;
        }
        int total = in.u32();
        boolean tooLarge = Integer.compareUnsigned(total, core.settings.limits().largestMessage()) > 0;
        MessageAssembly begun = MessageAssembly.of(total, closed || tooLarge);
        if (!hold(OutgoingItems.ITEM_COST + (long) begun.growth(in.remaining()), in)) {
            return Result.NO_ROOM;
        }
        charge(OutgoingItems.ITEM_COST + (long) in.remaining());
        begun.add(in, false);
        item = begun;
        askForLargeItem();
        return tooLarge ? Result.TOO_LARGE : Result.TAKEN;
    }

    private Result next(MessageAssembly current, PayloadReader in, boolean more) {
        if (!hold(current.growth(in.remaining()), in)) {
            return Result.NO_ROOM;
        }
        charge(in.remaining());
        current.add(in, !more);
        if (!more) {
            item = null;
            largeItemDone();
            deliverWhole(current.bytes(), current.length());
        }
        return Result.TAKEN;
    }

    private void charge(long cost) {
        if (cost > credit) {
            throw new ProtocolViolation(
                    Clauses.STREAM_CREDIT, "an ITEM that costs " + cost + " of a credit of " + credit);
        }
        credit -= cost;
        held += cost;
        received += cost;
        if (received > growAt) {
            growAt = NONE;
            grow();
        }
    }

    private void grow() {
        if (!closed && window < LARGEST_WINDOW && call.listener.waits() && core.streams.take(window)) {
            window *= 2;
        }
    }

    private void deliver(byte[] bytes, int offset, int length) {
        if (closed) {
            return;
        }
        if (early != null) {
            early.add(Arrays.copyOfRange(bytes, offset, offset + length));
        } else {
            call.listener.item(bytes, offset, length);
        }
    }

    /** An item that came in several frames was put together in an array of its own, which needs no further copy. */
    private void deliverWhole(byte[] bytes, int length) {
        if (closed || early != null || bytes.length != length) {
            deliver(bytes, 0, length);
        } else {
            call.listener.wholeItem(bytes);
        }
    }

    /** Somebody listens now, and gets first what has come before. */
    void listening() {
        ArrayDeque<byte[]> before = early;
        early = null;
        if (before != null) {
            before.forEach(bytes -> call.listener.item(bytes, 0, bytes.length));
            if (ended) {
                call.listener.itemsEnded();
            }
        }
    }

    /** The application has taken items that cost so much, or waits for one. */
    void taken(long cost) {
        held -= cost;
        giveBack(Math.min(cost, memory));
        if (closed || ended) {
            return;
        }
        long missing = window - credit - held;
        if (4 * missing >= window) {
            give(missing);
        }
        askForLargeItem();
    }

    private void give(long octets) {
        if (growAt == NONE) {
            growAt = received + credit;
        }
        credit += octets;
        FrameWriter out = core.output.writer();
        out.begin(FrameType.CREDIT, call.id);
        out.buffer().u32((int) octets);
        out.finish(0);
    }

    /** An item that is larger than the credit needs room of its own, once the application waits for it. */
    private void askForLargeItem() {
        MessageAssembly current = item;
        if (current != null && !closed && !wantsLargeItem && current.missing() > credit && call.listener.waits()) {
            wantsLargeItem = true;
            core.streams.wantLargeItem(this);
        }
    }

    /** The room is there: the rest of the item may come. */
    void largeItemMayCome() {
        MessageAssembly current = item;
        if (current != null && current.missing() > credit) {
            give(current.missing() - credit);
        }
    }

    private void largeItemDone() {
        if (wantsLargeItem) {
            wantsLargeItem = false;
            core.streams.largeItemDone(this);
        }
    }

    /** Whether anything of an item has come: the handler was entered. */
    boolean begun() {
        return received > 0;
    }

    /** Whether an item has begun and not ended. */
    boolean insideItem() {
        return item != null;
    }

    /** Whether the peer has ended its upload. */
    boolean ended() {
        return ended;
    }

    /** What the peer may have sent before it learns that nobody takes items any more. */
    long mayStillCome() {
        return ended ? 0 : credit;
    }

    /** Nobody takes items any more: what still comes is checked and dropped. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        early = null;
        if (item != null) {
            item.discard();
        }
        largeItemDone();
        core.streams.giveBack(window);
        if (!(call instanceof IncomingCall)) {
            release(); // a handler that runs on may have what was counted for it
        }
    }
}
