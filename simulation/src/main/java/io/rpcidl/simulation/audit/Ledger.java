package io.rpcidl.simulation.audit;

import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.world.World;

/** What the handlers have done, by the number of the operation: the truth by which all outcomes are judged. */
public final class Ledger {
    private final World world;
    private final int[] starts;
    private final int[] ends;

    /** No handler has begun. */
    public Ledger(World world, int operations) {
        this.world = world;
        this.starts = new int[operations];
        this.ends = new int[operations];
    }

    /** A handler was entered: once for each call, unless the method allows more (V7). */
    public void started(Op op) {
        int operation = op.number();
        world.note("handler begins", operation, 0);
        if (++starts[operation] == 1) {
            return;
        }
        if (!op.repeatable()) {
            world.violated(
                    "V7", "the handler of operation " + operation + " was entered " + starts[operation] + " times");
        }
        world.reach(Mark.MADE_AGAIN);
        if (op.kind() == Op.Kind.READ && ends[operation] == 0) {
            world.reach(Mark.HEDGED);
        }
    }

    /** A handler has come to the end of its script. */
    public void ended(int operation) {
        world.note("handler ends", operation, 0);
        ends[operation]++;
    }

    /** How often the handler of an operation was entered. */
    public int starts(int operation) {
        return starts[operation];
    }

    /** How often the handler of an operation came to its end. */
    public int ends(int operation) {
        return ends[operation];
    }
}
