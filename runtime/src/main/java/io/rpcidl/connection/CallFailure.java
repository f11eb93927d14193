package io.rpcidl.connection;

import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;

/**
 * How a call failed on its connection.
 *
 * @param outcome whether the handler was entered
 * @param code why
 * @param phase how far the call had come
 * @param text for people
 * @param transientFailure whether trying again can help
 * @param retryAfterMillis when the server asks to try again, 0 when it does not say
 * @param correlation what to look for in the server's log, 0 when it does not say
 */
public record CallFailure(
        Outcome outcome,
        RpcCode code,
        Phase phase,
        String text,
        boolean transientFailure,
        long retryAfterMillis,
        long correlation) {

    static CallFailure lasting(Outcome outcome, RpcCode code, Phase phase, String text) {
        return new CallFailure(outcome, code, phase, text, false, 0, 0);
    }

    static CallFailure passing(Outcome outcome, RpcCode code, Phase phase, String text) {
        return new CallFailure(outcome, code, phase, text, true, 0, 0);
    }
}
