package io.rpcidl.call;

import io.rpcidl.connection.IncomingCall;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.Hello;
import io.rpcidl.transport.Link;

/** One connection of a server; only on its loop. */
final class ServerConnection extends LinkedConnection {
    private static final String CLOSING = "the server is closing";

    private final ServerConnections server;
    private final Answers answers;

    ServerConnection(Link link, ServerConnections server, ServerSettings settings) {
        super(link, Role.ACCEPTING, settings.connection());
        this.server = server;
        this.answers = new Answers(
                this, settings.answering(), settings.connection().limits().streamCredit());
    }

    /** Takes no more calls and ends when those that it has accepted have ended: at once when the peer has said no HELLO. */
    void drain() {
        if (connection().established()) {
            connection().drain(DrainCode.GOING_AWAY, CLOSING, now());
            turn();
        } else {
            close(CLOSING);
        }
    }

    /** Sends what is written and ends; calls that have not ended are given up. */
    void close(String reason) {
        connection().close(reason, now());
        turn();
    }

    boolean inLoop() {
        return loop().inLoop();
    }

    @Override
    public void callArrived(IncomingCall incoming) {
        answers.arrived(incoming);
    }

    @Override
    public void callCancelled(IncomingCall incoming) {
        answers.cancelled(incoming);
    }

    @Override
    public void established(Hello peer) {}

    @Override
    public void drained(Drain drain) {}

    @Override
    void ended(String reason) {
        server.ended(this, reason);
    }
}
