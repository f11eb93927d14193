package io.rpcidl.simulation.network;

import io.rpcidl.simulation.script.Conditions;
import io.rpcidl.simulation.script.FaultClass;
import io.rpcidl.simulation.world.Draw;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in store for a wire: after some time, or after some octets in one direction, whatever is first.
 *
 * @param kind what happens
 * @param after nanoseconds after the wire began
 * @param upwards whether the octets from the client are counted, or those from the server
 * @param octets how many
 */
record Trouble(FaultClass kind, long after, boolean upwards, long octets) {
    private static final List<FaultClass> OF_WIRES =
            List.of(FaultClass.RESET, FaultClass.FIN, FaultClass.HALF, FaultClass.SILENT, FaultClass.STALL);
    private static final int SHORT = 2_000;
    private static final int LONG = 200_000;

    /** Draws one of the kinds that the run has; null when it has none. */
    static @Nullable Trouble drawn(Conditions conditions, Draw draw) {
        List<FaultClass> possible = new ArrayList<>();
        for (FaultClass kind : OF_WIRES) {
            if (conditions.has(kind)) {
                possible.add(kind);
            }
        }
        if (possible.isEmpty() || !draw.percent(conditions.troubledPercent)) {
            return null;
        }
        FaultClass kind = possible.get(draw.between(0, possible.size() - 1));
        boolean byTime = draw.percent(50);
        long after = byTime ? draw.between(0L, 800 * Conditions.MILLI) : Long.MAX_VALUE / 4;
        long octets = byTime ? Long.MAX_VALUE : draw.between(0, draw.percent(80) ? SHORT : LONG);
        return new Trouble(kind, after, draw.percent(50), octets);
    }
}
