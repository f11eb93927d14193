package io.rpcidl.call;

import io.rpcidl.balance.Candidate;
import io.rpcidl.balance.ConnectionState;
import io.rpcidl.introspection.AddressSnapshot;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.value.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The way to one address: at most one attempt to connect at a time, and at most one connection that takes calls. Connections
 * that it has left finish what they have begun. Only on the loop.
 */
final class Subchannel implements Candidate {
    /** Stands for: not before something else has happened. */
    static final long NEVER = Alarm.NEVER;

    private final Endpoint endpoint;
    private final ClientConnections client;
    private final Subchannels owner;
    private final ReconnectDelay delay;
    private @Nullable Dialing dialing;
    private @Nullable ClientConnection connection;
    private @Nullable String failure;
    private @Nullable HealthWatch healthWatch;
    private boolean serving = true;
    private boolean removed;

    Subchannel(Endpoint endpoint, ClientConnections client, Subchannels owner, ReconnectDelay delay) {
        this.endpoint = endpoint;
        this.client = client;
        this.owner = owner;
        this.delay = delay;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public int unfinishedCalls() {
        return connection == null ? 0 : connection.connection().unfinishedCalls();
    }

    AddressSnapshot snapshot() {
        String why = failure;
        return new AddressSnapshot(
                endpoint.toString(), state(), why == null ? null : Printable.text(why), delay.pause(client.now()));
    }

    ConnectionState state() {
        if (connection != null) {
            return serving ? ConnectionState.READY : ConnectionState.TRANSIENT_FAILURE;
        }
        if (connecting()) {
            return ConnectionState.CONNECTING;
        }
        return failure == null ? ConnectionState.IDLE : ConnectionState.TRANSIENT_FAILURE;
    }

    boolean ready() {
        return connection != null && serving;
    }

    boolean connecting() {
        return dialing != null && dialing.underWay();
    }

    /** Whether there is a connection, whatever the server says of itself. */
    boolean connected() {
        return connection != null;
    }

    /** Why there is no connection that takes calls; null when nothing is known. */
    @Nullable
    String failure() {
        return failure;
    }

    /** From when on an attempt may begin; {@link #NEVER} while there is one, or a connection. */
    long startableAt() {
        return connection != null || dialing != null || removed ? NEVER : delay.retryAt();
    }

    /** Lets an attempt begin at once. */
    void forgetFailures() {
        delay.forget();
    }

    void connect() {
        Dialing attempt = new Dialing(client, this);
        dialing = attempt;
        owner.changed(this);
        attempt.begin();
    }

    /** Gives up the attempt that is under way. */
    void abandonAttempt() {
        Dialing attempt = dialing;
        if (attempt == null || !attempt.underWay()) {
            return;
        }
        if (attempt.abandon()) {
            dialing = null;
        }
        owner.changed(this);
    }

    /** The connection for a call; null when it takes none, and never will again. */
    @Nullable
    ClientConnection open() {
        ClientConnection current = connection;
        if (current != null && !current.connection().open()) {
            retire(current);
            return null;
        }
        return current;
    }

    /** The address is not one of the client's any more: what is in flight is finished. */
    void remove() {
        removed = true;
        abandonAttempt();
        ClientConnection current = connection;
        connection = null;
        if (current != null) {
            stopAsking(); // what watches for ever would keep the connection
            current.drain();
        }
    }

    /** The transport has said what came of the attempt. */
    void transportReported(Dialing attempt) {
        if (dialing == attempt) {
            dialing = null;
        }
    }

    void attemptFailed(String reason) {
        failure = reason;
        client.note(endpoint.toString(), "can't connect: " + reason);
        delay.failed(client.now());
        owner.attemptFailed(this);
    }

    /** The server has answered the handshake. */
    void established(ClientConnection opened) {
        Dialing attempt = dialing;
        if (attempt == null || !attempt.opened(opened) || !attempt.underWay()) {
            return; // nobody waits for it any more, and it is closing
        }
        attempt.established();
        dialing = null;
        connection = opened;
        failure = null;
        serving = true;
        delay.established(client.now());
        owner.established(this);
        healthWatch = HealthWatch.begin(client, opened, new Health(opened));
    }

    private void stopAsking() {
        HealthWatch asking = healthWatch;
        healthWatch = null;
        if (asking != null) {
            asking.stop();
        }
    }

    /** What the server at the other end of one connection says of itself; any thread. */
    private final class Health implements PeerHealth.Listener {
        private final ClientConnection asked;

        Health(ClientConnection asked) {
            this.asked = asked;
        }

        @Override
        public void serving() {
            client.later(() -> Subchannel.this.serving(asked, true, ""));
        }

        @Override
        public void notServing(String why) {
            client.later(() -> Subchannel.this.serving(asked, false, why));
        }
    }

    /** The connection takes no more calls. */
    void retire(ClientConnection left) {
        if (connection == left) {
            connection = null;
            stopAsking();
            delay.left(client.now());
            owner.left(this);
        }
    }

    /** The connection is gone. */
    void ended(ClientConnection gone, String reason) {
        if (dialing != null && dialing.opened(gone)) {
            dialing.ended(reason);
        } else {
            if (connection == gone) {
                client.note(endpoint.toString(), "connection ended: " + reason);
            }
            retire(gone);
        }
    }

    private void serving(ClientConnection told, boolean does, String why) {
        if (connection == told && serving != does) {
            serving = does;
            failure = does ? null : why;
            if (!does) {
                client.note(endpoint.toString(), "does not serve: " + why);
            }
            owner.servingChanged(this);
        }
    }
}
