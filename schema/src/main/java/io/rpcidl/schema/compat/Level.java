package io.rpcidl.schema.compat;

/** How far a change reaches, the farthest first. */
public enum Level {
    /** Programs of the two schemas can't read each other, or read something else than was written. */
    WIRE,
    /** All octets keep their meaning, but a promise, a default, a deadline or a constraint moved. */
    SEMANTIC,
    /** Programs that are compiled against the new code may have to change. */
    SOURCE,
    /** Only people notice. */
    DOC;

    /** Whether a change of this level is one that a check at the other level refuses. */
    public boolean atLeast(Level other) {
        return compareTo(other) <= 0;
    }
}
