package io.rpcidl.value;

/** What is known about a call that failed: whether the server's handler ran. */
public enum Outcome {
    /** The handler was not entered for this call and never will be; to call again is safe. */
    NOT_EXECUTED("was not executed"),
    /** Neither is known; to call again is safe only for readonly and idempotent methods. */
    MAYBE_EXECUTED("may have been executed"),
    /** The server entered the handler and said so; its effects may be partial. */
    EXECUTED("was executed and failed");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** The outcome as part of a sentence whose subject is the method. */
    String words() {
        return words;
    }
}
