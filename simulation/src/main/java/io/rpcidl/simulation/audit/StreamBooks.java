package io.rpcidl.simulation.audit;

import io.rpcidl.simulation.observe.Mark;

/** The credit of the items that one end sends in one call (W-7.12), as far as that end can know of it. */
final class StreamBooks {
    private static final int ITEM_COST = 64;
    private static final int TOTAL = 4;
    /** So much credit at once, beyond what is held, no receiver here gives: the largest window and a largest message. */
    private static final long MOST = (4L << 20) + (4L << 20) + (1 << 16);

    private long spent;
    private long given;
    private boolean insideItem;

    /** CREDIT has arrived. */
    void credit(WireAudit wire, Frame frame, long initial) {
        given += frame.u32() & 0xFFFF_FFFFL;
        wire.reach(Mark.STREAM_CREDIT_GIVEN);
        if (initial + given - spent > MOST) {
            wire.violated("V3", "a stream may send " + (initial + given - spent) + " octets at once");
        }
    }

    /** A frame with an item, or a part of one, is sent. */
    void item(WireAudit wire, Frame frame, long initial) {
        long cost = insideItem ? frame.length : ITEM_COST + frame.length - (frame.more ? TOTAL : 0);
        if (frame.more && !insideItem) {
            wire.reach(Mark.FRAGMENTED_ITEM);
        }
        insideItem = frame.more;
        spent += cost;
        if (spent > initial + given) {
            wire.violated(
                    "V2",
                    "a stream of the call " + frame.callId + " has sent " + spent + " octets with a credit of "
                            + (initial + given));
        } else if (spent == initial + given) {
            wire.reach(Mark.STREAM_CREDIT_EXHAUSTED);
        }
    }
}
