package io.rpcidl.call;

import io.rpcidl.connection.CallFailure;
import io.rpcidl.value.Failure;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;

/** The failures that this side finds before a connection has anything to do with the call: none of them was executed. */
final class Failures {
    /** Why a client has ended that nobody has closed. */
    static final String TRANSPORT_CLOSED = "the transport of this client was closed";

    private Failures() {}

    /** The time is over for a call that waited for a connection, for this reason. */
    static CallFailure deadlineWithoutConnection(String why) {
        return failure(RpcCode.DEADLINE, Phase.CONNECTING, "the deadline has passed without a connection: " + why);
    }

    static CallFailure cancelled(Phase phase) {
        return failure(RpcCode.CANCELLED, phase, "the caller gave the call up");
    }

    static CallFailure clientClosed() {
        return failure(RpcCode.UNAVAILABLE, Phase.LOCAL_QUEUE, "this client is closed");
    }

    static CallFailure transportClosed() {
        return failure(RpcCode.UNAVAILABLE, Phase.CONNECTING, TRANSPORT_CLOSED);
    }

    static CallFailure clientDrains() {
        return failure(RpcCode.UNAVAILABLE, Phase.LOCAL_QUEUE, "this client finishes its calls and takes no more");
    }

    static CallFailure noConnection(String why) {
        return passing(RpcCode.UNAVAILABLE, Phase.CONNECTING, why);
    }

    static CallFailure queueFull(int limit) {
        return passing(
                RpcCode.OVERLOADED,
                Phase.LOCAL_QUEUE,
                "already " + limit + " calls wait for a connection of this client");
    }

    /** A call that was not even handed to the loop. */
    static RpcException beforeSubmission(RpcCode code, Phase phase, String method, String detail) {
        Failure failure = Failure.of(Outcome.NOT_EXECUTED, code, phase, method)
                .detail(detail)
                .build();
        return RpcException.of(failure, stackTrace(failure));
    }

    /** Refusals under load must be cheap; everything else is worth a stack trace. */
    static RpcException.StackTrace stackTrace(Failure failure) {
        boolean refusal =
                failure.outcome() == Outcome.NOT_EXECUTED && failure.retry().transientFailure();
        return refusal ? RpcException.StackTrace.NONE : RpcException.StackTrace.FULL;
    }

    private static CallFailure failure(RpcCode code, Phase phase, String text) {
        return new CallFailure(Outcome.NOT_EXECUTED, code, phase, text, false, 0, 0);
    }

    private static CallFailure passing(RpcCode code, Phase phase, String text) {
        return new CallFailure(Outcome.NOT_EXECUTED, code, phase, text, true, 0, 0);
    }
}
