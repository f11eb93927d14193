package io.rpcidl.processes.load;

/** What kinds of calls there are, by what a second run of their handler would mean. */
public enum Kind {
    /** Neither idempotent nor readonly: a second run is a second change. */
    PLAIN,
    /** May be run again. */
    IDEMPOTENT,
    /** Changes nothing. */
    READONLY,
    /** Nobody is told what became of it. */
    ONEWAY,
    /** Gives a stream. */
    DOWNLOAD,
    /** Takes a stream. */
    UPLOAD;

    /** Whether the runtime may have its handler run twice. */
    public boolean repeatable() {
        return this == IDEMPOTENT || this == READONLY;
    }
}
