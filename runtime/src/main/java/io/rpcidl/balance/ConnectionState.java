package io.rpcidl.balance;

/** What is known of the way to a server: of one address, or of a client as a whole. */
public enum ConnectionState {
    /** Nobody has asked for a connection, or the last one has ended; the next call connects. */
    IDLE,
    /** A connection is being made. */
    CONNECTING,
    /** The server has answered the handshake, and nothing says that it does not serve. */
    READY,
    /** The last attempt failed, or the server says that it does not serve; after a pause there is another attempt. */
    TRANSIENT_FAILURE,
    /** The client was closed. */
    SHUTDOWN
}
