package io.rpcidl.simulation.planted;

import java.util.Set;

/** Mistakes in the runtime itself: a method of it that does something else, and the invariants of which one breaks. */
enum RuntimeBug {
    /** A handler is entered although its call was refused before. */
    DISPATCH_AFTER_REFUSAL(27, "connection.IncomingCall", "enter", Edit.RESULT_IS_TRUE, "V6"),
    /** A call that is answered is answered again. */
    ANSWER_AGAIN(2, "connection.IncomingCalls", "answer", Edit.RESULT_IS_TRUE, "V4", "V5"),
    /** The deadline of a call is not watched. */
    DEADLINE_UNWATCHED(4, "connection.Deadlines", "add", Edit.DOES_NOTHING, "V5"),
    /** The deadline of a call that waits for a connection is not watched. */
    WAITING_UNWATCHED(1, "call.WaitingCalls", "expire", Edit.DOES_NOTHING, "V5"),
    /** Request credit is never given back. */
    REQUEST_CREDIT_KEPT(591, "connection.RequestCredit", "release", Edit.DOES_NOTHING, "V5"),
    /** A call leaves whether there is credit and a place for it or not. */
    LIMITS_FORGOTTEN(10, "connection.OutgoingSender", "allowed", Edit.RESULT_IS_TRUE, "V2", "V3", "V4"),
    /** An item leaves whether there is credit for it or not. */
    STREAM_CREDIT_FORGOTTEN(1, "connection.OutgoingItems", "credit", Edit.RESULT_IS_LARGE, "V2", "V4"),
    /** Nobody asks for a life sign, and no frame, HELLO or idle connection has a time. */
    NO_LIFE_SIGNS(1, "connection.Liveness", "timer", Edit.IS_TRUE, "V5", "V9"),
    /** The place of a call is never free again. */
    PLACE_KEPT(1, "connection.IncomingCalls", "handlerEnded", Edit.DOES_NOTHING, "V5", "V8", "V9"),
    /** Calls do not end with their connection. */
    LOSS_IGNORED(1, "connection.Closing", "transportClosed", Edit.DOES_NOTHING, "V5", "V9"),
    /** A call is made again whatever has become of it, and whatever its method allows. */
    ANYTHING_RETRIED(1, "call.Retries", "safeAndUseful", Edit.RESULT_IS_TRUE, "V7"),
    /** Two attempts at once at methods that change something. */
    ANYTHING_HEDGED(6, "CallOptions", "hedgeable", Edit.RESULT_IS_TRUE, "V7"),
    /** Further attempts are made whether they are paid for or not. */
    BUDGET_LEAKS(569, "call.RetryBudget", "spend", Edit.RESULT_IS_TRUE, "V3"),
    /** A connection that drains is given calls as before, and takes them. */
    DRAINING_PICKED(81, "connection.Draining", "draining", Edit.IS_FALSE, "V4");

    private final long foundBefore;
    private final String className;
    private final String method;
    private final Edit edit;
    private final Set<String> breaks;

    /** What is done to a method. */
    enum Edit {
        /** It does all that it does, and says a large number. */
        RESULT_IS_LARGE,
        /** It does all that it does, and says true. */
        RESULT_IS_TRUE,
        /** It says true and does nothing. */
        IS_TRUE,
        /** It says false and does nothing. */
        IS_FALSE,
        /** It does nothing. */
        DOES_NOTHING
    }

    RuntimeBug(long foundBefore, String className, String method, Edit edit, String... breaks) {
        this.foundBefore = foundBefore;
        this.className = "io.rpcidl." + className;
        this.method = method;
        this.edit = edit;
        this.breaks = Set.of(breaks);
    }

    /** The first seed that has shown it, as long as seeds mean what they meant then. */
    long foundBefore() {
        return foundBefore;
    }

    String className() {
        return className;
    }

    String method() {
        return method;
    }

    Edit edit() {
        return edit;
    }

    Set<String> breaks() {
        return breaks;
    }
}
