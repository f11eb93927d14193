package io.rpcidl.call;

import io.rpcidl.connection.ConnectionCounters;
import io.rpcidl.connection.ErrorReply;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.Hello;
import io.rpcidl.introspection.ClientConnectionSnapshot;
import io.rpcidl.transport.Link;
import io.rpcidl.value.Printable;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One connection of a client; only on the loop. */
final class ClientConnection extends LinkedConnection {
    private final ClientConnections connections;
    private final Subchannel subchannel;
    /** Null for a client that offers no services. */
    private final @Nullable Answers answers;

    private final long openedAt;
    private @Nullable Hello peerHello;

    ClientConnection(Link link, ClientConnections connections, Subchannel subchannel) {
        super(link, Role.CONNECTING, connections.settings().connection());
        this.connections = connections;
        this.subchannel = subchannel;
        this.openedAt = now();
        ClientSettings settings = connections.settings();
        Answering side = settings.answering();
        this.answers = side == null
                ? null
                : new Answers(this, side, settings.connection().limits().streamCredit());
    }

    /** Ends every call by what was handed over, says farewell and ends the link. */
    void close() {
        connection().close("the client was closed", now());
        turn();
    }

    /** Finishes what is in flight and then ends the link. */
    void drain() {
        connection().drain(DrainCode.GOING_AWAY, "the client does not need this connection any more", now());
        turn();
    }

    /** What it is doing. */
    ClientConnectionSnapshot snapshot() {
        ConnectionCounters counts = connection().counters();
        long now = now();
        Hello hello = peerHello;
        return new ClientConnectionSnapshot(
                new ClientConnectionSnapshot.Peer(
                        peer(),
                        hello == null ? null : Printable.text(hello.implementation()),
                        hello == null ? null : ServerConnection.limitsOf(hello.limits())),
                Duration.ofNanos(now - openedAt),
                Duration.ofNanos(Math.max(0, now - counts.lastCallAt())),
                new ClientConnectionSnapshot.Calls(
                        counts.waiting(), counts.inFlight(), counts.failed(), counts.incoming()),
                new ClientConnectionSnapshot.Octets(counts.received(), counts.taken(), counts.outstanding()),
                connection().draining());
    }

    @Override
    public void established(Hello peer) {
        peerHello = peer;
        subchannel.established(this);
    }

    @Override
    public void drained(Drain drain) {
        subchannel.retire(this);
    }

    @Override
    void ended(String reason) {
        connections.ended(this);
        subchannel.ended(this, reason);
    }

    /** A client that offers nothing announces that it accepts no calls, and answers one that comes all the same. */
    @Override
    public void callArrived(IncomingCall call) {
        if (answers != null) {
            answers.arrived(call);
        } else {
            connection()
                    .fail(call, ErrorReply.lasting(RpcCode.UNKNOWN_METHOD, "this client offers no services"), now());
            connection().handlerEnded(call, now());
        }
    }

    @Override
    public void callCancelled(IncomingCall call) {
        if (answers != null) {
            answers.cancelled(call);
        }
    }
}
