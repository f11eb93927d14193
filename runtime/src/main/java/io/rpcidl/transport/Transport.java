package io.rpcidl.transport;

import java.io.IOException;
import java.time.Duration;

/**
 * Carries bytes between peers; knows nothing of frames and calls.
 *
 * <p>All methods may be called on any thread.
 */
public interface Transport extends AutoCloseable {
    /** The clock of this transport's loops. */
    RpcClock clock();

    /** One of the loops, chosen in turn. */
    Loop loop();

    /**
     * Whether the hosts of its endpoints are names of the Internet, so that a client may look up all their addresses before
     * it connects; false where they are plain names.
     */
    default boolean usesInternetHosts() {
        return false;
    }

    /**
     * Opens a link on {@code loop}, which must be one of this transport's.
     *
     * <p>{@code listener} hears what came of it on that loop: within {@code timeout}, plus the time that resolving a host
     * name takes. When the transport is closed first it hears that it has failed; if the loop has ended by then, on any
     * thread, after everything that ran on the loop.
     */
    void connect(Loop loop, Endpoint endpoint, Duration timeout, ConnectListener listener);

    /**
     * Accepts links at {@code endpoint} until the listener is closed.
     *
     * @throws IOException when the endpoint can't be listened on; the message names it
     */
    Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException;

    /**
     * The same transport, whose links speak TLS as clients: same loops, and closing either closes both. A link is open when
     * its handshake is over; what came of it is a {@link TlsException} where that failed.
     *
     * @throws UnsupportedOperationException when this transport has no TLS
     */
    default Transport secured(ClientTls tls) {
        throw noTls();
    }

    /**
     * The same transport, which listens for TLS: same loops, and closing either closes both. It accepts links whose
     * handshake is over.
     *
     * @throws UnsupportedOperationException when this transport has no TLS
     */
    default Transport secured(ServerTls tls) {
        throw noTls();
    }

    private static UnsupportedOperationException noTls() {
        return new UnsupportedOperationException(
                "this transport has no TLS; ask for links without it with plaintext()");
    }

    /**
     * Ends every link and loop and waits until their threads are gone; on one of the loops it doesn't wait.
     */
    @Override
    void close();
}
