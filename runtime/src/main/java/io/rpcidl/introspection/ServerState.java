package io.rpcidl.introspection;

/** How far a server has come. */
public enum ServerState {
    /** It does not listen yet. */
    NEW,
    /** It takes calls. */
    SERVING,
    /** It will drain, and takes calls for its lame duck period. */
    LEAVING,
    /** It takes no more calls, and finishes those in flight. */
    DRAINING,
    /** Nothing is left of it. */
    ENDED
}
