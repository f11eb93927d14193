package io.rpcidl.simulation.script;

/** A kind of trouble; each run has some of them, so that those that hide each other also come alone. */
public enum FaultClass {
    /** Links are reset. */
    RESET,
    /** Links are ended in order, in the middle of what goes on. */
    FIN,
    /** One direction of a link swallows everything from some moment on. */
    HALF,
    /** Both directions swallow everything. */
    SILENT,
    /** Links stand still for up to five seconds. */
    STALL,
    /** Bytes arrive in small pieces. */
    SMALL_CHUNKS,
    /** Bytes are under way for up to 50 milliseconds. */
    SLOW_NETWORK,
    /** Sockets hold 16 KiB, so that who does not read is noticed soon. */
    SMALL_SOCKETS,
    /** Attempts to connect are not answered. */
    CONNECT_LOST,
    /** Servers vanish and come back. */
    CRASH,
    /** Machines stand still for up to two seconds. */
    PAUSE,
    /** Threads are given to handlers and callbacks late. */
    SLOW_THREADS,
    /** Now and then there is no thread for a handler. */
    NO_THREADS,
    /** Servers and clients accept as little as they may. */
    SMALL_LIMITS,
    /** Servers end connections that have grown old. */
    AGE,
    /** What the socket has taken is reported a moment later. */
    LATE_REPORTS
}
