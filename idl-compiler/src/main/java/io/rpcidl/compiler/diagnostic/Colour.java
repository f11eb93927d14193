package io.rpcidl.compiler.diagnostic;

/** Whether text for people carries the colours of a terminal. */
public enum Colour {
    /** Plain text, for files, pipes and logs. */
    NEVER,
    /** With ANSI escape sequences, for a terminal. */
    ALWAYS
}
