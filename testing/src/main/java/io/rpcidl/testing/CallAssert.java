package io.rpcidl.testing;

import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import org.assertj.core.api.AbstractAssert;

/** Assertions about how one call has ended. */
public final class CallAssert extends AbstractAssert<CallAssert, CallEnd> {
    CallAssert(CallEnd end) {
        super(end, CallAssert.class);
    }

    /** The call failed, its handler was not entered and never will be. */
    public CallAssert wasNotExecuted() {
        return hasOutcome(Outcome.NOT_EXECUTED, "an end as not executed");
    }

    /** The call failed, and its caller can't know whether the handler was entered. */
    public CallAssert mayHaveBeenExecuted() {
        return hasOutcome(Outcome.MAYBE_EXECUTED, "an end as maybe executed");
    }

    /** The server has entered the handler and said so: by a result, a declared error or another failure. */
    public CallAssert wasExecuted() {
        return hasOutcome(Outcome.EXECUTED, "an end as executed");
    }

    /** The call returned a result. */
    public CallAssert succeeded() {
        if (actual.failure() != null) {
            throw wrong("a result");
        }
        return this;
    }

    /** The call failed with {@code code}. */
    public CallAssert withCode(RpcCode code) {
        if (rpcFailure("the code " + code).code() != code) {
            throw wrong("the code " + code);
        }
        return this;
    }

    /** The call had come to {@code phase} when it failed. */
    public CallAssert inPhase(Phase phase) {
        if (rpcFailure("the phase '" + phase + "'").phase() != phase) {
            throw wrong("the phase '" + phase + "'");
        }
        return this;
    }

    /** The caller had taken so many items of the server's stream when the call failed. */
    public CallAssert afterItems(long items) {
        if (rpcFailure(items + " items").items() != items) {
            throw wrong(items + " items, not " + rpcFailure("items").items());
        }
        return this;
    }

    /** Another attempt makes sense a little later, if it is safe. */
    public CallAssert isTransient() {
        if (!rpcFailure("a transient failure").transientFailure()) {
            throw wrong("a transient failure");
        }
        return this;
    }

    /** The call ended with an error that its method declares; it was executed. */
    public CallAssert failedWith(Class<? extends Throwable> error) {
        if (!error.isInstance(actual.failure())) {
            throw wrong("the error " + error.getSimpleName());
        }
        return this;
    }

    private CallAssert hasOutcome(Outcome outcome, String words) {
        if (actual.outcome() != outcome) {
            throw wrong(words);
        }
        return this;
    }

    private RpcException rpcFailure(String expected) {
        RpcException known = actual.rpcFailure();
        if (known == null) {
            throw wrong(expected);
        }
        return known;
    }

    private AssertionError wrong(String expected) {
        AssertionError error = failure("expected of the call: %s\nbut it ended with: %s", expected, actual);
        if (actual.failure() != null) {
            error.addSuppressed(actual.failure());
        }
        return error;
    }
}
