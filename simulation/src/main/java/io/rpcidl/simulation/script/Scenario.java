package io.rpcidl.simulation.script;

import io.rpcidl.simulation.world.Draw;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** All that is decided before a run begins; the same seed and reduction give the same scenario on any machine. */
public final class Scenario {
    private static final int MOST_SERVERS = 3;
    private static final int MOST_CLIENTS = 4;

    private final long seed;
    private final Reduction reduction;
    private final Conditions conditions;
    private final int servers;
    private final List<List<Op>> clients = new ArrayList<>();
    private final List<ChannelPlan> channels = new ArrayList<>();

    /** The whole scenario of {@code seed}. */
    public static Scenario of(long seed) {
        return of(seed, Reduction.NONE);
    }

    /** The scenario of {@code seed} without what {@code reduction} names. */
    public static Scenario of(long seed, Reduction reduction) {
        return new Scenario(seed, reduction);
    }

    private Scenario(long seed, Reduction reduction) {
        this.seed = seed;
        this.reduction = reduction;
        Draw draw = new Draw(seed);
        this.conditions = Conditions.drawn(draw.split(), reduction.faultsOff());
        this.servers = (int) draw.between(1L, draw.between(1, MOST_SERVERS));
        int count = (int) draw.between(1L, draw.between(1, MOST_CLIENTS));
        BitSet off = reduction.opsOff();
        int number = 0;
        for (int i = 0; i < count; i++) {
            List<Op> ops = new OpsOfClient(draw.split(), servers).draw(number);
            channels.add(ChannelPlan.drawn(draw.split()));
            number += ops.size();
            clients.add(ops.stream().filter(op -> !off.get(op.number())).toList());
        }
    }

    /** What it was made from. */
    public long seed() {
        return seed;
    }

    /** What was left out. */
    public Reduction reduction() {
        return reduction;
    }

    /** Kinds of trouble and their strength. */
    public Conditions conditions() {
        return conditions;
    }

    /** How many servers there are. */
    public int servers() {
        return servers;
    }

    /** What each client does, in the order of time. */
    public List<List<Op>> clients() {
        return List.copyOf(clients);
    }

    /** How each client reaches the servers. */
    public List<ChannelPlan> channels() {
        return List.copyOf(channels);
    }

    /** The numbers of all operations that are left. */
    public List<Integer> ops() {
        return clients.stream().flatMap(List::stream).map(Op::number).toList();
    }

    /** Decides all that is decided during a run; the same with each call. */
    public Draw draw() {
        return new Draw(~seed);
    }
}
