package io.rpcidl.transport;

/** A place where peers can open links. */
public interface Listener extends AutoCloseable {
    /** Where it listens, with the port that was given when any was asked for. */
    Endpoint endpoint();

    /** Stops accepting; links that are open stay open. Any thread, any number of times. */
    @Override
    void close();
}
