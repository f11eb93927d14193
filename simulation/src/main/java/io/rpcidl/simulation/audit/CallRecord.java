package io.rpcidl.simulation.audit;

import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.world.Machine;
import io.rpcidl.value.Outcome;
import org.jspecify.annotations.Nullable;

/** One call as its caller sees it. */
public final class CallRecord {
    /** What was meant. */
    public final Op op;
    /** Where the caller runs. */
    public final Machine caller;
    /** When the call was made. */
    public final long startedAt;

    /** Whether the caller has given it up. */
    public boolean cancelled;

    boolean ended;

    @Nullable
    Outcome failed;

    /** A call that is made now. */
    public CallRecord(Op op, Machine caller) {
        this.op = op;
        this.caller = caller;
        this.startedAt = caller.world().now();
    }

    /** Whether the caller knows how it ended. */
    public boolean ended() {
        return ended;
    }

    /**
     * How many nanoseconds later the caller may hear of the end because items that have come stand before it: it asks for
     * them in its own time, and is told in that of its threads.
     */
    long patience(long perItem) {
        return switch (op.kind()) {
            case GIVE, EXCHANGE ->
                (op.stream().appetite() + perItem) * (op.stream().down() + 1);
            default -> 0;
        };
    }

    /** When the caller waits no longer; {@code Long.MAX_VALUE} for never. */
    long deadlineAt() {
        return op.call().deadline() == 0
                ? Long.MAX_VALUE
                : startedAt + op.call().deadline();
    }
}
