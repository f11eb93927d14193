package io.rpcidl.connection;

import io.rpcidl.frame.Drain;
import io.rpcidl.frame.Hello;

/** What a connection tells its owner, on the loop, from inside the inputs and commands. None of it may throw. */
public interface ConnectionEvents {

    /** The peer's HELLO is here and was accepted. */
    void established(Hello peer);

    /** A whole request is here; {@link Connection#handlerEnded} is owed for it, once, whatever becomes of it. */
    void callArrived(IncomingCall call);

    /**
     * Whether {@link #callArrived} is done with the arguments of a call when it returns, or has kept them with {@link
     * IncomingCall#keepArguments}: then they are not copied first.
     */
    default boolean readsArgumentsAtOnce() {
        return false;
    }

    /**
     * The caller gave up, the deadline has passed, or the connection is gone: the handler should stop, or not begin. Called
     * at most once for a call that has arrived.
     */
    void callCancelled(IncomingCall call);

    /** The peer takes no more calls on this connection; called at most once. */
    void drained(Drain drain);

    /** Hand over what is in the output, then close the transport; called at most once. */
    void closeTransport(String why);

    /** Close the transport at once and drop what it has not sent: it did not close in time, or the peer is gone. */
    void resetTransport(String why);

    /** Stop reading: the peer does not read its answers. Accepting ends only. */
    void pauseReading();

    /** Read again. */
    void resumeReading();
}
