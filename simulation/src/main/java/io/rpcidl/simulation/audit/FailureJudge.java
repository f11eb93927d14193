package io.rpcidl.simulation.audit;

import io.rpcidl.simulation.audit.Judge.WireEnd;
import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.world.World;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.util.function.LongFunction;

/** Judges what a failed call was told: the outcome by the ledger and the wire, the code by what was going on. */
final class FailureJudge {
    private static final String LOST = "the connection was lost";
    /** A called side counts in microseconds that were rounded down. */
    private static final long MICRO = 1_000;
    /** With its envelope, such a message may be over the smallest limit. */
    private static final int LARGE = 65_000;

    private final World world;
    private final Ledger ledger;
    private final Tally tally;
    private final LongFunction<WireEnd> wires;

    FailureJudge(World world, Ledger ledger, Tally tally, LongFunction<WireEnd> wires) {
        this.world = world;
        this.ledger = ledger;
        this.tally = tally;
        this.wires = wires;
    }

    void judge(CallRecord call, RpcException failure) {
        int number = call.op.number();
        switch (failure.outcome()) {
            case NOT_EXECUTED -> {
                tally.notExecuted++;
                require(ledger.starts(number) == 0, "V6", call, failure, "its handler was entered");
            }
            case EXECUTED -> {
                tally.executed++;
                require(ledger.starts(number) >= 1, "V6", call, failure, "its handler was not entered");
            }
            case MAYBE_EXECUTED -> tally.maybeExecuted++;
        }
        code(call, failure);
        if (detail(failure).contains("another attempt")) {
            world.reach(Mark.OUTCOME_OF_EARLIER_ATTEMPT);
            return; // the wire is that of the last attempt
        }
        String peer = failure.peer();
        if (peer == null || failure.code() != RpcCode.UNAVAILABLE) {
            return;
        }
        WireEnd wire = wires.apply(Long.parseLong(peer.substring(peer.indexOf('#') + 1)));
        boolean silent = detail(failure).contains("does not answer PING");
        if (silent) {
            world.reach(Mark.SILENCE_NOTICED);
            require(!wire.unharmed(), "V5", call, failure, "nothing has happened to the wire");
        }
        if (silent || detail(failure).startsWith(LOST)) {
            lost(call, failure, wire);
        }
    }

    /** Where the wire was cut decides alone (W-9.4), unless a part of the reply was there. */
    private void lost(CallRecord call, RpcException failure, WireEnd wire) {
        if (failure.outcome() == Outcome.EXECUTED) {
            return;
        }
        long end = failure.callId() == 0 ? -1 : wire.audit().requestEnd(failure.callId());
        boolean left = end >= 0 && end <= wire.taken();
        if (left) {
            world.reach(Mark.LOST_BEHIND_LAST_OCTET);
            require(failure.outcome() == Outcome.MAYBE_EXECUTED, "V6", call, failure, "its request had left");
            return;
        }
        tally.cutBeforeLastOctet++;
        if (failure.callId() != 0) {
            world.reach(Mark.LOST_BEFORE_LAST_OCTET);
        }
        if (failure.outcome() == Outcome.MAYBE_EXECUTED) {
            tally.needlessMaybe++;
            require(false, "V6", call, failure, "the last octet of its request had not left");
        }
    }

    private void code(CallRecord call, RpcException failure) {
        switch (failure.code()) {
            case DEADLINE -> deadline(call, failure);
            case CANCELLED -> cancelled(call, failure);
            case INTERNAL -> {
                // A result over the server's own limit can't be written, which counts as its failure.
                boolean large = call.op.call().answerSize() > LARGE;
                boolean scripted = call.op.call().ending() == Op.Ending.FAILURE;
                require(scripted || large, "V8", call, failure, "its handler does not fail");
                world.reach(Mark.UNDECLARED_FAILURE);
            }
            case OVERLOADED ->
                world.reach(
                        detail(failure).startsWith("no thread") ? Mark.EXECUTOR_FULL : Mark.CALLS_IN_FLIGHT_EXHAUSTED);
            case TOO_LARGE -> {
                boolean reply = failure.outcome() == Outcome.EXECUTED;
                int size = reply ? call.op.call().answerSize() : call.op.call().size();
                require(size > LARGE, "V8", call, failure, "it is not large");
                world.reach(reply ? Mark.REPLY_TOO_LARGE : Mark.REQUEST_TOO_LARGE);
            }
            case UNAVAILABLE -> {
                if (detail(failure).startsWith("can't connect")) {
                    world.reach(
                            detail(failure).contains("no link within") ? Mark.CONNECT_TIMED_OUT : Mark.CONNECT_REFUSED);
                }
            }
            case DRAINING ->
                world.reach(
                        call.op.kind() == Op.Kind.GIVE && failure.callId() != 0
                                ? Mark.DRAIN_WITH_STREAM
                                : Mark.DRAIN_WITH_CALLS);
            case PROTOCOL_ERROR -> {
                boolean late =
                        detail(failure).contains("W-7.8") || detail(failure).contains("took too long");
                require(late, "V4", call, failure, "both ends keep the rules");
            }
            default -> require(false, "V4", call, failure, "nothing here leads to such a code");
        }
    }

    private void deadline(CallRecord call, RpcException failure) {
        require(world.now() >= call.deadlineAt() - MICRO, "V5", call, failure, "its deadline has not passed");
        if (failure.outcome() == Outcome.EXECUTED) {
            world.reach(Mark.DEADLINE_IN_HANDLER);
        } else if (failure.outcome() == Outcome.MAYBE_EXECUTED) {
            world.reach(Mark.DEADLINE_AWAITING_REPLY);
        } else if (failure.phase() == Phase.CONNECTING) {
            world.reach(Mark.DEADLINE_CONNECTING);
        } else if (failure.phase() == Phase.LOCAL_QUEUE) {
            world.reach(Mark.DEADLINE_WAITING);
        } else if (failure.phase() == Phase.SENDING) {
            world.reach(Mark.DEADLINE_HALF_SENT);
        } else {
            world.reach(Mark.DEADLINE_IN_SERVER_QUEUE);
        }
    }

    private void cancelled(CallRecord call, RpcException failure) {
        require(call.cancelled, "V8", call, failure, "nobody has cancelled it");
        if (failure.outcome() == Outcome.EXECUTED) {
            world.reach(Mark.CANCELLED_IN_HANDLER);
        } else if (failure.phase() == Phase.SERVER_QUEUE) {
            world.reach(Mark.CANCELLED_IN_SERVER_QUEUE);
        } else {
            world.reach(Mark.CANCELLED_BEFORE_SENT);
        }
    }

    private void require(boolean holds, String invariant, CallRecord call, RpcException failure, String text) {
        if (!holds) {
            world.violated(
                    invariant,
                    "operation " + call.op.number() + " is told '" + failure.getMessage() + "', but " + text);
        }
    }

    private static String detail(RpcException failure) {
        return failure.failure().detail();
    }
}
