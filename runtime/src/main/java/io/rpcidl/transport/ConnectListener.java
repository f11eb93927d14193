package io.rpcidl.transport;

/** What becomes of an attempt to connect: exactly one of the two, on the loop that was asked while that runs. */
public interface ConnectListener {
    /** The link is open; nothing has been received yet. */
    LinkListener connected(Link link);

    /** There is no link, because of {@code cause}. */
    void failed(Throwable cause);
}
