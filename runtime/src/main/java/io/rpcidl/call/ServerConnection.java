package io.rpcidl.call;

import io.rpcidl.connection.ConnectionCounters;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.Hello;
import io.rpcidl.introspection.ConnectionSnapshot;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.value.Printable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One connection of a server; only on its loop. */
final class ServerConnection extends LinkedConnection {
    private static final String CLOSING = "the server is closing";

    private final ServerConnections server;
    private final Answers answers;
    private final String origin;
    private final ServerSettings.Age age;
    private final long openedAt;
    private final ConnectionLimits announced;
    private @Nullable Hello peerHello;
    private @Nullable LoopTimer tooOld;

    ServerConnection(Link link, ServerConnections server, ServerSettings settings, String origin) {
        super(link, Role.ACCEPTING, settings.connection());
        this.server = server;
        this.answers = new Answers(
                this, settings.answering(), settings.connection().limits().streamCredit());
        this.origin = origin;
        this.age = settings.age();
        this.openedAt = now();
        this.announced = settings.connection().limits();
        tooOldIn(age.nanos().getAsLong(), this::tooOld);
    }

    /** Where the peer comes from. */
    String origin() {
        return origin;
    }

    /** What it is doing. */
    ConnectionSnapshot snapshot() {
        ConnectionCounters counts = connection().counters();
        long now = now();
        return new ConnectionSnapshot(
                peerSnapshot(),
                Duration.ofNanos(now - openedAt),
                Duration.ofNanos(Math.max(0, now - counts.lastCallAt())),
                new ConnectionSnapshot.Calls(
                        counts.incoming(),
                        counts.slots(),
                        announced.callsInFlight(),
                        counts.refused(),
                        counts.inFlight()),
                new ConnectionSnapshot.Octets(
                        counts.received(),
                        counts.taken(),
                        counts.outstanding(),
                        counts.requestBytes(),
                        announced.requestBytes()),
                connection().draining());
    }

    private ConnectionSnapshot.Peer peerSnapshot() {
        Object principal = answers.principal();
        String who = principal == null ? null : Printable.text(String.valueOf(principal));
        Hello hello = peerHello;
        if (hello == null) {
            return new ConnectionSnapshot.Peer(peer(), null, who, null);
        }
        return new ConnectionSnapshot.Peer(
                peer(), Printable.text(hello.implementation()), who, limitsOf(hello.limits()));
    }

    /** What a peer has said that it accepts. */
    static ConnectionSnapshot.PeerLimits limitsOf(ConnectionLimits limits) {
        return new ConnectionSnapshot.PeerLimits(
                limits.largestFrame(), limits.largestMessage(), limits.callsInFlight(), limits.requestBytes());
    }

    private void tooOldIn(long nanos, Runnable step) {
        if (nanos != Long.MAX_VALUE) {
            tooOld = loop().schedule(now() + nanos, step);
        }
    }

    /** It goes on with what it has begun; what begins later goes to another connection. */
    private void tooOld() {
        String why = "the connection has reached its greatest age; open another one";
        connection().drain(DrainCode.GOING_AWAY, why, now());
        turn();
        tooOldIn(age.grace(), () -> close("the connection has reached its greatest age, and its grace is over"));
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
    public boolean readsArgumentsAtOnce() {
        return answers.direct();
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
    public void established(Hello peer) {
        peerHello = peer;
        server.spoke(this);
    }

    @Override
    public void drained(Drain drain) {}

    @Override
    void ended(String reason) {
        if (tooOld != null) {
            tooOld.cancel();
        }
        server.ended(this, reason);
    }
}
