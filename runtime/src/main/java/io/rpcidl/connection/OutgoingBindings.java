package io.rpcidl.connection;

import io.rpcidl.frame.Bind;
import io.rpcidl.frame.Bound;
import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.ProtocolViolation;
import io.rpcidl.frame.SchemaHash;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services that this end has named with BIND, each at its first call (W-5.7). */
final class OutgoingBindings {

    /** Stands for: can't be called here. */
    static final int NO_INDEX = -1;

    static final int MOST = 1_024;

    private final Core core;
    private final Map<String, Binding> byName = new HashMap<>();
    private final List<Binding> byIndex = new ArrayList<>();
    private @Nullable String lastName;
    private @Nullable Binding last;
    /** How many of them the peer has answered; it answers in order. */
    private int answered;

    private static final class Binding {
        final int index;
        final SchemaHash hash;
        Bound.@Nullable Verdict verdict;

        Binding(int index, SchemaHash hash) {
            this.index = index;
            this.hash = hash;
        }
    }

    OutgoingBindings(Core core) {
        this.core = core;
    }

    /** The index of the target's service, after a BIND if this is its first call; or {@link #NO_INDEX}. */
    int index(CallTarget target) {
        Binding binding = last;
        // Most callers stay with one service: this skips the map.
        if (binding == null || !target.service().equals(lastName)) {
            binding = byName.get(target.service());
            if (binding == null) {
                if (byIndex.size() == MOST) {
                    return NO_INDEX;
                }
                binding = bind(target);
            }
            lastName = target.service();
            last = binding;
        }
        return binding.verdict == Bound.Verdict.UNKNOWN_SERVICE ? NO_INDEX : binding.index;
    }

    private Binding bind(CallTarget target) {
        Binding binding = new Binding(byIndex.size(), target.hash());
        byName.put(target.service(), binding);
        byIndex.add(binding);
        new Bind(binding.index, target.hash(), target.service()).write(core.output.writer());
        return binding;
    }

    /** Why {@link #index} gave none. */
    CallFailure refusal(CallTarget target) {
        return byName.containsKey(target.service())
                ? CallFailure.lasting(
                        Outcome.NOT_EXECUTED,
                        RpcCode.UNKNOWN_METHOD,
                        Phase.LOCAL_QUEUE,
                        "the peer does not offer the service " + target.service())
                : CallFailure.passing(
                        Outcome.NOT_EXECUTED,
                        RpcCode.OVERLOADED,
                        Phase.LOCAL_QUEUE,
                        "the connection has named " + MOST + " services already");
    }

    /** Takes the peer's verdict. */
    void bound(Bound bound) {
        if (bound.index() != answered || answered == byIndex.size()) {
            throw new ProtocolViolation(
                    Clauses.BOUND, "BOUND for the index " + bound.index() + " answers no BIND, or not the next one");
        }
        Binding binding = byIndex.get(answered);
        if (bound.verdict() == Bound.Verdict.SAME && !bound.hash().equals(binding.hash)) {
            throw new ProtocolViolation(Clauses.BOUND, "BOUND calls two hashes the same that differ");
        }
        answered++;
        binding.verdict = bound.verdict();
    }
}
