package io.rpcidl.codec;

/** What the author of a method promises, and so what the runtime may do. */
public enum Modifier {
    /** Nothing: the method is at-most-once. */
    NONE,
    /** It has no effect at all: it may be retried and hedged freely. */
    READONLY,
    /** Many executions have the effect of one: it may be retried after an unknown outcome. */
    IDEMPOTENT,
    /** No answer is wanted. */
    ONEWAY;

    /** Whether a call may be repeated when it is not known whether the handler ran. */
    public boolean repeatable() {
        return this == READONLY || this == IDEMPOTENT;
    }
}
