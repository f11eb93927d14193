package io.rpcidl.connection;

/**
 * What one connection holds of a {@link ByteBudget}; confined to its loop. It sets octets aside in pieces and keeps one of them,
 * so that small calls never touch what all connections share.
 *
 * <p>A connection may hold as much as is free: the more the others hold, the less. So whoever holds little, because he reads his
 * answers and his calls are small, finds room also while others hold all that they can get.
 */
final class Holding {
    /** Octets that are set aside at once. */
    static final int PIECE = 4 << 10;

    private final ByteBudget budget;
    private long held;
    private long reserved;
    private boolean closed;

    Holding(ByteBudget budget) {
        this.budget = budget;
    }

    /** Holds so many octets more; false when the budget has no room for them. */
    boolean take(long octets) {
        long missing = pieces(held + octets) - reserved;
        if (missing > 0) {
            if (tooMuch(octets) || !budget.take(missing)) {
                return false;
            }
            reserved += missing;
        }
        held += octets;
        return true;
    }

    /** Holds so many octets less. */
    void give(long octets) {
        held -= octets;
        giveBack();
    }

    /** Holds so many octets, which are there already. */
    void set(long octets) {
        held = closed ? 0 : octets;
        long missing = pieces(held) - reserved;
        if (missing > 0) {
            budget.takeAnyway(missing);
            reserved += missing;
        } else {
            giveBack();
        }
    }

    /** Whether the connection would hold more than its share with so many octets more. */
    boolean tooMuch(long octets) {
        long holds = held + octets;
        return holds > PIECE && holds > budget.limit() - budget.used();
    }

    /** The connection is over: nothing is set aside any more. */
    void close() {
        closed = true;
        giveBack();
    }

    private void giveBack() {
        long spare = reserved - (closed ? held : pieces(held) + PIECE);
        if (spare > 0) {
            reserved -= spare;
            budget.give(spare);
        }
    }

    private static long pieces(long octets) {
        return (octets + PIECE - 1) / PIECE * PIECE;
    }
}
