package io.rpcidl.call;

import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.LoopTimer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt to connect to one address, from the transport's part of it to the server's HELLO; only on the loop. */
final class Dialing implements ConnectListener {
    private final ClientConnections client;
    private final Subchannel subchannel;
    private @Nullable LoopTimer timer;
    private @Nullable ClientConnection connection;
    private boolean over;

    Dialing(ClientConnections client, Subchannel subchannel) {
        this.client = client;
        this.subchannel = subchannel;
    }

    void begin() {
        Duration timeout = client.settings().connectTimeout();
        timer = client.loop().schedule(client.now() + timeout.toNanos(), this::late);
        client.transport().connect(client.loop(), subchannel.endpoint(), timeout, this);
    }

    /** Whether somebody still wants the connection. */
    boolean underWay() {
        return !over;
    }

    boolean opened(ClientConnection candidate) {
        return connection == candidate;
    }

    /** Nobody wants the connection any more; returns whether the transport has reported, so that another may begin. */
    boolean abandon() {
        over = true;
        stopTimer();
        if (connection != null) {
            connection.close();
        }
        return connection != null;
    }

    /** The server has answered. */
    void established() {
        over = true;
        stopTimer();
    }

    @Override
    public LinkListener connected(Link link) {
        ClientConnection opened = client.open(link, subchannel);
        connection = opened;
        if (over) {
            subchannel.transportReported(this);
            opened.close();
            client.connectionsChanged();
        } else {
            client.later(opened::turn); // the link delivers nothing before this method has returned
        }
        return opened;
    }

    @Override
    public void failed(Throwable cause) {
        if (client.loop().inLoop()) {
            ended(String.valueOf(cause.getMessage()));
        } else {
            client.processWithoutLoop();
        }
    }

    /** There will be no connection. */
    void ended(String reason) {
        if (over) {
            subchannel.transportReported(this);
            client.connectionsChanged();
            return;
        }
        over = true;
        stopTimer();
        subchannel.transportReported(this);
        subchannel.attemptFailed(reason);
    }

    private void late() {
        timer = null;
        if (over) {
            return;
        }
        String time = client.settings().connectTimeout().toMillis() + " ms";
        String reason = connection == null
                ? "no link within " + time
                : "it has accepted the link and not answered the handshake within " + time
                        + "; is it a server of this protocol, and does it expect TLS?";
        if (abandon()) {
            subchannel.transportReported(this);
        }
        subchannel.attemptFailed(reason);
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
