package io.rpcidl.frame;

/** Whether a call gets an answer. */
public enum CallKind {
    /** Exactly one terminal frame answers it. */
    UNARY,
    /** Nothing answers it. */
    ONEWAY
}
