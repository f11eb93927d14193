package io.rpcidl.testing;

import java.util.ArrayDeque;
import java.util.Deque;

/** How much of what a client has written counts as taken, when some of it never reaches the transport below, or later. */
final class TakenCount {
    private static final long LOST = -1;

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private long written;
    private long takenBelow;
    private long taken;

    /** Octets of the client in a row, and how many octets the transport below has taken when it has taken them. */
    private static final class Piece {
        private long octets;
        private long end;

        Piece(long octets, long end) {
            this.octets = octets;
            this.end = end;
        }
    }

    /** The client's octets were handed on. */
    void passed(int octets) {
        written += octets;
        pieces.add(new Piece(octets, written));
    }

    /** Octets were handed on that are not the client's, or were counted before. */
    void inserted(int octets) {
        written += octets;
    }

    /** The client's octets count as taken when those before them are. */
    void absorbed(int octets) {
        pieces.add(new Piece(octets, LOST));
    }

    /** The transport below has taken {@code total} octets. */
    void takenBelow(long total) {
        takenBelow = total;
    }

    /** How many of the client's octets count as taken. */
    long taken() {
        while (!pieces.isEmpty()) {
            Piece first = pieces.peekFirst();
            long missing = first.end == LOST ? 0 : Math.max(0, first.end - takenBelow);
            long more = Math.max(0, first.octets - missing);
            taken += more;
            first.octets -= more;
            if (first.octets > 0) {
                break;
            }
            pieces.removeFirst();
        }
        return taken;
    }
}
