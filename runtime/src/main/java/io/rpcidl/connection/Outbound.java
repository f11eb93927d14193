package io.rpcidl.connection;

/** Fills the output in turns, hands it over, and stops reading while the peer does not read. */
final class Outbound {

    /** After so many bytes of small calls a large message or a stream has its turn. */
    private static final int TURN = 64 << 10;

    private final Core core;
    private final Parts parts;
    private boolean turnOfTheLarge;
    private boolean paused;

    Outbound(Core core, Parts parts) {
        this.core = core;
        this.parts = parts;
    }

    boolean hasOutput() {
        return !core.output.isEmpty() || (!core.closed && mayFill());
    }

    private boolean mayFill() {
        return room() && (!core.turns.isEmpty() || parts.sender().ready());
    }

    int drain(ByteSink sink) {
        if (!core.closed) {
            fill();
        }
        int count = core.output.handOver(sink);
        parts.outgoing().outputHandedOver();
        return count;
    }

    private void fill() {
        boolean more = true;
        while (more && room()) {
            if (turnOfTheLarge) {
                turnOfTheLarge = false;
                more = core.turns.next() || parts.sender().ready();
            } else {
                long end = core.output.position() + TURN;
                while (core.output.position() < end && room() && parts.sender().sendNext()) {
                    // One call after the other, until the turn is over.
                }
                turnOfTheLarge = true;
                more = !core.turns.isEmpty() || parts.sender().ready();
            }
        }
    }

    private boolean room() {
        int water = core.turns.isEmpty() ? Output.HIGH_WATER : Output.LARGE_MESSAGE_WATER;
        return core.output.outstanding() < water;
    }

    /** Compares the output with its marks: who does not read its answers is not read, and no handler starts for it. */
    void balance() {
        if (core.outputRelaxed()) {
            parts.incoming().deliverHeldBack();
            if (paused) {
                paused = false;
                parts.liveness().readingResumed();
                core.events.resumeReading();
            }
        } else if (core.outputFull() && !paused && !core.connecting()) {
            paused = true;
            core.events.pauseReading();
        }
    }
}
