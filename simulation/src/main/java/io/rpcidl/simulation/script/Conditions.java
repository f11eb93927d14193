package io.rpcidl.simulation.script;

import io.rpcidl.simulation.world.Draw;
import java.util.EnumSet;
import java.util.Set;

/** Which kinds of trouble a run has, and the numbers that are drawn once for all of it. */
public final class Conditions {
    /** Nanoseconds in a millisecond, the unit in which most of a run is thought. */
    public static final long MILLI = 1_000_000;

    private static final double COMMON = 30;
    /** Of 100 runs so many know no delays but those of the scripts, so that things happen in the same nanosecond. */
    private static final double INSTANT = 10;

    private final Set<FaultClass> on;

    /** The largest piece in which bytes travel. */
    public final int largestChunk;
    /** The longest time under way in nanoseconds. */
    public final long longestDelay;
    /** What a socket takes before it is full, and what it holds of what was not read. */
    public final int socketBytes;
    /** Above so many bytes behind the socket a link is not writable; below half of them it is again. */
    public final int highMark;
    /** The longest time until a loop wakes, in nanoseconds. */
    public final long longestWake;
    /** The longest time until a thread takes a task, in nanoseconds. */
    public final long longestWait;
    /** Of 100 calls so many find no thread. */
    public final double refusedPercent;
    /** Of 100 links so many die or stall while faults are on. */
    public final double troubledPercent;
    /** Whether calls complete on the loop of their client. */
    public final boolean directCompletions;

    private Conditions(Set<FaultClass> on, Draw draw) {
        this.on = on;
        largestChunk = on.contains(FaultClass.SMALL_CHUNKS) ? draw.between(1, 64) : draw.between(512, 65_536);
        if (draw.percent(INSTANT)) {
            longestDelay = 0;
            longestWake = 0;
            longestWait = 0;
        } else {
            longestDelay = draw.between(0, on.contains(FaultClass.SLOW_NETWORK) ? 50 : 2) * MILLI;
            longestWake = draw.between(0L, MILLI / 20);
            longestWait =
                    on.contains(FaultClass.SLOW_THREADS) ? draw.between(1, 200) * MILLI : draw.between(0L, MILLI / 10);
        }
        socketBytes = on.contains(FaultClass.SMALL_SOCKETS) ? 16_384 : draw.between(65_536, 262_144);
        highMark = draw.between(16, 256) << 10;
        refusedPercent = on.contains(FaultClass.NO_THREADS) ? draw.between(1, 20) : 0;
        troubledPercent = draw.between(20, 90);
        directCompletions = draw.percent(50);
    }

    /** Draws the kinds of trouble and their strength; those in {@code off} are left out afterwards. */
    static Conditions drawn(Draw draw, Set<FaultClass> off) {
        EnumSet<FaultClass> on = EnumSet.noneOf(FaultClass.class);
        for (FaultClass kind : FaultClass.values()) {
            if (draw.percent(COMMON) && !off.contains(kind)) {
                on.add(kind);
            }
        }
        return new Conditions(on, draw);
    }

    /** Whether a run has this kind of trouble. */
    public boolean has(FaultClass kind) {
        return on.contains(kind);
    }

    /** The kinds of trouble in their order. */
    public Set<FaultClass> kinds() {
        return on;
    }
}
