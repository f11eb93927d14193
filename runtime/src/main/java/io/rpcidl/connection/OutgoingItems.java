package io.rpcidl.connection;

import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.ProtocolViolation;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The items that this end sends in one call: here they wait for the peer's credit and for room in the output.
 *
 * <p>An item begins when all of it has credit, or when half of what a stream begins with is left: the peer then gives what
 * is missing (W-7.14), and items are not chopped into crumbs.
 */
final class OutgoingItems implements Turns.Turn {

    /** What each item costs beside its octets (W-7.12). */
    static final int ITEM_COST = 64;

    /** So many octets of small items may leave in one turn. */
    private static final int TURN = 16 << 10;

    private static final long MOST_CREDIT = Integer.MAX_VALUE;

    private final CallNode call;
    private final ArrayDeque<byte[]> queue = new ArrayDeque<>();
    private @Nullable Core core;
    private AllSent allSent = () -> {};
    /** The item that has begun to leave, and how much of it has left. */
    private byte @Nullable [] begun;

    private int position;
    /** How many frames have left, and what they have cost. */
    private long frames;

    private long spent;
    /** What the peer has given beyond the credit of a new stream. */
    private long given;
    /** In so many CREDITs. */
    private long credits;

    private boolean finishing;
    private boolean over;
    private boolean discarded;
    private boolean inTurns;

    OutgoingItems(CallNode call) {
        this.call = call;
    }

    /** Called once when nothing is left to send and nothing will come. */
    interface AllSent {
        void allSent();
    }

    /** The arguments have left, or arrived: items may go. */
    void open(Core opened, AllSent whenAllSent) {
        core = opened;
        allSent = whenAllSent;
        wake();
    }

    /** Adds an item; the array must stay unchanged. Nothing happens once items are discarded. */
    void add(byte[] item) {
        if (finishing) {
            throw new IllegalStateException("an item behind the end of the stream of call " + call.id);
        }
        if (!discarded) {
            queue.add(item);
            wake();
        }
    }

    /** No further item comes. */
    void finish() {
        if (!discarded && !finishing) {
            finishing = true;
            wake();
        }
    }

    /** Drops what has not left; an item that has left in part stays broken off. */
    void discard() {
        discarded = true;
        queue.clear();
        begun = null;
    }

    /** How many CREDITs the peer may still send: one for each frame that has left, and one more (W-7.13). */
    long creditsToCome() {
        return Math.max(0, frames + 1 - credits);
    }

    /** Whether a frame has left. */
    boolean begun() {
        return spent > 0;
    }

    /** Whether items were dropped, or would be. */
    boolean discarded() {
        return discarded;
    }

    /** Whether items may still go, or wait. */
    boolean open() {
        return !discarded && !over;
    }

    /** Whether all items that were added have left. */
    boolean idle() {
        return begun == null && queue.isEmpty();
    }

    /** The peer gives credit. */
    void credit(long octets) {
        Core connection = core;
        if (connection != null && octets > MOST_CREDIT - credit(connection)) {
            throw new ProtocolViolation(Clauses.CREDIT, "CREDIT of " + octets + " makes a stream's credit too large");
        }
        credits++;
        given += octets;
        wake();
    }

    /** Something has changed that may let items leave. */
    void wake() {
        Core connection = core;
        if (connection != null && !inTurns && open() && canSend(connection)) {
            inTurns = true;
            connection.turns.add(this);
        }
    }

    @Override
    public boolean take() {
        Core connection = core;
        inTurns = false;
        if (connection == null || !open()) {
            return false;
        }
        long end = connection.output.position() + TURN;
        long before = spent;
        while (connection.output.position() < end && !idle() && canSend(connection)) {
            sendFrame(connection);
        }
        if (spent > before) {
            call.listener.itemsWritten(spent - before);
        }
        if (finishing && idle()) {
            over = true;
            allSent.allSent();
            return false;
        }
        inTurns = open() && canSend(connection);
        return inTurns;
    }

    private boolean canSend(Core connection) {
        if (begun != null) {
            return credit(connection) > 0;
        }
        byte[] first = queue.peek();
        if (first == null) {
            return finishing;
        }
        long credit = credit(connection);
        return credit >= first.length + ITEM_COST || 2 * credit >= connection.peer.streamCredit();
    }

    private long credit(Core connection) {
        return connection.peer.streamCredit() + given - spent;
    }

    /** Writes the next frame. */
    private void sendFrame(Core connection) {
        FrameWriter out = connection.output.writer();
        frames++;
        int largest = connection.peer.largestFrame();
        out.begin(FrameType.ITEM, call.id);
        byte[] item = begun;
        if (item == null) {
            item = queue.remove();
            long credit = credit(connection) - ITEM_COST;
            if (item.length <= largest && item.length <= credit) {
                out.lend(item, 0, item.length);
                out.finish(0);
                spent += ITEM_COST + item.length;
                return;
            }
            begun = item;
            position = 0;
            out.buffer().u32(item.length);
            largest -= 4;
            spent += ITEM_COST;
        }
        int count = (int) Math.min(Math.min(largest, item.length - position), credit(connection));
        out.lend(item, position, count);
        position += count;
        spent += count;
        boolean last = position == item.length;
        out.finish(last ? 0 : FrameHeader.MORE);
        if (last) {
            begun = null;
        }
    }
}
