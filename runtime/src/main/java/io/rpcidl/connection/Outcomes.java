package io.rpcidl.connection;

import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;

/** What a caller may be told about a call that the peer has not answered (W-9.1 to W-9.5). */
final class Outcomes {

    /** Bytes that were handed over may still leave, so all of them count as taken. */
    private static final long ALL = Long.MAX_VALUE;

    private Outcomes() {}

    /**
     * Why all calls end at once.
     *
     * @param takenBytes how many bytes of the stream can have reached the peer
     */
    record Ending(RpcCode code, String text, long takenBytes) {

        static Ending whileBytesMayLeave(RpcCode code, String text) {
            return new Ending(code, text, ALL);
        }
    }

    /** The connection is gone. */
    static CallFailure lost(OutgoingCall call, Ending ending) {
        Outcome outcome = outcome(call, ending.takenBytes());
        return CallFailure.passing(outcome, ending.code(), phase(call, outcome), ending.text());
    }

    /** The caller does not wait any longer; the connection goes on. */
    static CallFailure givenUp(OutgoingCall call, RpcCode code, String text) {
        Outcome outcome = outcome(call, ALL);
        return CallFailure.lasting(outcome, code, phase(call, outcome), text);
    }

    /** The call never left the queue. */
    static CallFailure notSent(RpcCode code, String text) {
        return CallFailure.lasting(Outcome.NOT_EXECUTED, code, Phase.LOCAL_QUEUE, text);
    }

    /**
     * Half a reply proves that the handler ran, half a request that it did not; between them nothing is known. Items prove
     * that it began, which is not enough to know of its effects: a stream without its end is MAYBE_EXECUTED (W-9.7).
     */
    private static Outcome outcome(OutgoingCall call, long takenBytes) {
        if (call.incoming != null) {
            return Outcome.EXECUTED;
        }
        boolean begun = call.itemsReceived > 0 || (call.wholeRequestHanded && call.endOffset <= takenBytes);
        return begun ? Outcome.MAYBE_EXECUTED : Outcome.NOT_EXECUTED;
    }

    private static Phase phase(OutgoingCall call, Outcome outcome) {
        return switch (outcome) {
            case NOT_EXECUTED -> Phase.SENDING;
            case MAYBE_EXECUTED -> call.itemsReceived > 0 || call.uploading() ? Phase.STREAMING : Phase.AWAITING_REPLY;
            case EXECUTED -> Phase.DECODING_REPLY;
        };
    }
}
