package io.rpcidl;

/**
 * Is told what becomes of a server that is going away; on the thread that asks for it or on a loop, so it must not block. What
 * it throws is logged, and nothing waits for it.
 */
public interface DrainListener {
    /**
     * The server is going to drain; once, and before its lame duck period. Calls and connections are still accepted: the moment
     * to tell whoever sends calls that they should go elsewhere.
     */
    default void leaving() {}

    /** The server takes no more calls and waits for those in flight; once. Streams without an end of their own should end now. */
    default void draining() {}
}
