package io.rpcidl.testing;

import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A call of a session that is cut, with how it ended and what its caller could know then. */
final class CutCall {
    private final String kind;
    private final long number;
    private final CallTap tap;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private int ends;
    private @Nullable Throwable failure;
    private long writtenAtEnd;
    private long takenAtEnd;
    private long readAtEnd;

    CutCall(String kind, long number, CallTap tap) {
        this.kind = kind;
        this.number = number;
        this.tap = tap;
    }

    long number() {
        return number;
    }

    String kind() {
        return kind;
    }

    synchronized int ends() {
        return ends;
    }

    CutCall endsWith(CompletionStage<?> stage) {
        stage.whenComplete((result, thrown) -> ended(thrown));
        return this;
    }

    /** Completes when it has ended, however that is. */
    CompletableFuture<Void> over() {
        return over;
    }

    private synchronized void ended(@Nullable Throwable thrown) {
        ends++;
        failure = thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
        writtenAtEnd = tap.written();
        takenAtEnd = tap.taken();
        readAtEnd = tap.read();
        over.complete(null);
    }

    synchronized @Nullable Outcome outcome() {
        if (failure instanceof RpcException known) {
            return known.outcome();
        }
        return failure == null || failure instanceof DeclaredErrorException ? Outcome.EXECUTED : null;
    }

    /** What its caller says that is not so, or null. */
    synchronized @Nullable String lie(Ledger ledger) {
        boolean entered = ledger.has(number);
        Outcome outcome = outcome();
        if (outcome == null) {
            return this + " ended with what no call ends with";
        }
        boolean told = !kind.equals("oneway") || failure != null;
        if (outcome == Outcome.EXECUTED && told && !entered) {
            return this + " is said to be executed, and its handler was not entered";
        }
        return outcome == Outcome.NOT_EXECUTED && entered
                ? this + " is said not to be executed, and its handler was entered"
                : null;
    }

    /** How the table of outcomes (W-9.2 to W-9.4) demands another one than MAYBE_EXECUTED; null where it does not. */
    synchronized @Nullable String needlessMaybe() {
        if (outcome() != Outcome.MAYBE_EXECUTED || !(failure instanceof RpcException known)) {
            return null;
        }
        long end = tap.endOfRequest(known.callId());
        long left = bytesMayLeave(known) ? writtenAtEnd : takenAtEnd;
        if (known.callId() == 0 || end > left) {
            return this + " ends at octet " + end + ", of which " + left + " had left its caller";
        }
        return tap.endOfAnswersHead(known.callId()) <= readAtEnd ? this + " was answered" : null;
    }

    /**
     * Whether what the transport was given may leave after the call has ended: the connection goes on, or says farewell before
     * it ends.
     */
    private static boolean bytesMayLeave(RpcException known) {
        return known.code() == RpcCode.DEADLINE
                || known.code() == RpcCode.CANCELLED
                || known.code() == RpcCode.PROTOCOL_ERROR
                || known.getMessage().contains("the client was closed");
    }

    @Override
    public String toString() {
        return "call " + number + " (" + kind + "), " + failure + ",";
    }
}
