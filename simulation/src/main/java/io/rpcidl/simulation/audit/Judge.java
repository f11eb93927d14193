package io.rpcidl.simulation.audit;

import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.world.World;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Compares what callers are told with what the ledger and the wires know (V5 to V8). */
public final class Judge {
    private final World world;
    private final long slack;
    private final Ledger ledger;
    private final FailureJudge failures;
    private final Callbacks callbacks;
    private final Budgets budgets;
    private final Tally tally = new Tally();
    private final Op[] ops;
    private int open;
    private final @Nullable CallRecord[] records;

    /**
     * Nothing to judge yet.
     *
     * @param ops all operations by their numbers
     * @param slack how many nanoseconds a caller may be told late of its deadline: loops and threads take their time
     * @param wires the wire with a number
     */
    public Judge(World world, List<Op> ops, long slack, LongFunction<WireEnd> wires) {
        this.world = world;
        this.slack = slack;
        int numbers = ops.stream().mapToInt(Op::number).max().orElse(0) + 1;
        this.ops = new Op[numbers];
        ops.forEach(op -> this.ops[op.number()] = op);
        this.records = new CallRecord[numbers];
        this.ledger = new Ledger(world, numbers);
        this.callbacks = new Callbacks(world);
        this.budgets = new Budgets(world);
        this.failures = new FailureJudge(world, ledger, tally, wires);
    }

    /**
     * What is known of a wire when a call on it has failed.
     *
     * @param audit its books
     * @param taken how many octets the client's socket had taken when the client learned that the link was gone
     * @param unharmed whether nothing has happened to the wire and to the machines at its ends
     */
    public record WireEnd(WireAudit audit, long taken, boolean unharmed) {}

    /** How calls ended. */
    public Tally tally() {
        return tally;
    }

    /** What is known of the calls that handlers make to their callers. */
    public Callbacks callbacks() {
        return callbacks;
    }

    /** What clients may spend on further attempts. */
    public Budgets budgets() {
        return budgets;
    }

    /** A call is made. */
    public void begins(CallRecord call) {
        records[call.op.number()] = call;
        tally.calls++;
        open++;
        world.note("call made", call.op.number(), call.op.call().deadline());
    }

    /** A handler was entered with a request of {@code size} octets, which are or are not those that were sent. */
    public Op handlerBegins(long operation, int size, boolean intact) {
        Op op = ops[(int) operation];
        ledger.started(op);
        CallRecord call = records[op.number()];
        if (call == null || !intact || size != op.call().size()) {
            world.violated(
                    "V8", "the handler got a request of operation " + operation + " that was not sent like this");
        } else if (call.failed == Outcome.NOT_EXECUTED) {
            world.violated("V6", "operation " + operation + " runs, and its caller was told NOT_EXECUTED");
        }
        return op;
    }

    /** A oneway call runs. */
    public void onewayRuns(Op op) {
        world.reach(Mark.ONEWAY_RUN);
        ledger.ended(op.number());
    }

    /** A handler was told that an upload is whole. */
    public void uploadEnds(Op op, int items) {
        if (items != op.stream().up()) {
            world.violated("V1", "the upload of operation " + op.number() + " ends behind " + items + " items");
        }
    }

    /** A handler has come to the end of its script. */
    public void handlerEnds(Op op) {
        ledger.ended(op.number());
        CallRecord call = records[op.number()];
        if (call != null && call.deadlineAt() == world.now()) {
            world.reach(Mark.ANSWER_AT_DEADLINE);
        }
    }

    /** A call has its answer. */
    public void answered(CallRecord call, boolean right) {
        ended(call, "answered");
        tally.succeeded++;
        Op op = call.op;
        if (op.kind() == Op.Kind.TELL) {
            return;
        }
        if (ledger.ends(op.number()) == 0 || !right || failing(op.call().ending())) {
            world.violated("V8", "operation " + op.number() + " got an answer that its handler did not give");
        }
        if (call.cancelled) {
            world.reach(Mark.CANCELLED_AND_ANSWERED);
        }
    }

    /** A caller wants no more of a stream, and is told nothing more. */
    public void stopped(CallRecord call) {
        ended(call, "stopped");
        tally.stopped++;
    }

    /** A call has a declared error. */
    public void declaredError(CallRecord call, boolean right) {
        ended(call, "declared error");
        tally.declared++;
        world.reach(Mark.DECLARED_ERROR);
        Op op = call.op;
        if (ledger.ends(op.number()) == 0 || !right || op.call().ending() != Op.Ending.DECLARED) {
            world.violated("V8", "operation " + op.number() + " got an error that its handler did not throw");
        }
    }

    /** A call has failed. */
    public void failed(CallRecord call, Throwable failure) {
        ended(call, "failed");
        if (failure instanceof RpcException rpc) {
            call.failed = rpc.outcome();
            world.note(rpc.outcome().name(), call.op.number(), rpc.code().number());
            failures.judge(call, rpc);
        } else {
            world.violated("V4", "operation " + call.op.number() + " failed with " + failure);
        }
    }

    private static boolean failing(Op.Ending ending) {
        return ending == Op.Ending.FAILURE || ending == Op.Ending.DECLARED;
    }

    private void ended(CallRecord call, String how) {
        world.note(how, call.op.number(), world.now() - call.startedAt);
        if (call.ended) {
            world.violated("V5", "operation " + call.op.number() + " ends a second time");
        }
        call.ended = true;
        open--;
        long due = Math.max(call.deadlineAt(), call.caller.pausedUntil()) + call.patience(slack);
        if (call.deadlineAt() < Long.MAX_VALUE && world.now() > due + slack) {
            world.violated(
                    "V5", "operation " + call.op.number() + " ends " + (world.now() - due) + " ns after its deadline");
        }
    }

    /** Whether a call was made and has not ended. */
    public boolean callsOpen() {
        return open > 0;
    }

    /** How many calls were made and have not ended. */
    public int openCalls() {
        return open;
    }

    /** The world has come to rest: what was said must still be true, and everybody must have been told. */
    public void atEnd() {
        List<Integer> open = new ArrayList<>();
        for (CallRecord call : records) {
            if (call == null) {
                continue;
            }
            int number = call.op.number();
            if (!call.ended) {
                open.add(number);
            } else if (call.op.kind() == Op.Kind.TELL && call.failed == null && ledger.starts(number) == 0) {
                world.reach(Mark.ONEWAY_LOST);
            }
        }
        callbacks.atEnd();
        budgets.atEnd(ledger);
        if (!open.isEmpty()) {
            world.violated("V5", "these operations have never ended: " + open);
        }
    }
}
