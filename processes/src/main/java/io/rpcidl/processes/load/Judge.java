package io.rpcidl.processes.load;

import io.rpcidl.processes.ledger.Ledger.Runs;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds what the caller of one call was told against what the ledger says. */
public final class Judge {

    private Judge() {}

    /** What is false about it, null when nothing is. */
    public static @Nullable String lie(Made call, Runs runs) {
        if (call.ends() != 1) {
            return call.kind() + " call " + call.id() + " has ended " + call.ends() + " times";
        }
        Told told = Objects.requireNonNull(call.told());
        String what = call.kind() + " call " + call.id() + " was told " + told + ", and its handler ";
        if (!call.kind().repeatable() && runs.begun() > 1) {
            return what + "has begun " + runs.begun() + " times";
        }
        return switch (told) {
            case NOT_EXECUTED -> runs.begun() == 0 ? null : what + "has begun";
            case EXECUTED -> runs.begun() > 0 ? null : what + "has not begun";
            case OK -> runs.done() > 0 ? null : what + "has not done its work";
            case MAYBE_EXECUTED, HANDED_OVER -> null;
        };
    }
}
