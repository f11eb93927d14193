package io.rpcidl.call;

import io.rpcidl.connection.ConnectionSettings;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.Hello;
import org.jspecify.annotations.Nullable;

/** A connection of either role on a {@link RacedLink}. */
final class RacedConnection extends LinkedConnection {
    private final @Nullable Answers answers;

    RacedConnection(RacedLink link, Role role, ConnectionSettings settings, @Nullable Answering side) {
        super(link, role, settings);
        this.answers =
                side == null ? null : new Answers(this, side, settings.limits().streamCredit());
        link.listener(this);
    }

    @Override
    public void callArrived(IncomingCall call) {
        if (answers != null) {
            answers.arrived(call);
        }
    }

    @Override
    public void callCancelled(IncomingCall call) {
        if (answers != null) {
            answers.cancelled(call);
        }
    }

    @Override
    public void established(Hello peer) {}

    @Override
    public void drained(Drain drain) {}

    @Override
    void ended(String reason) {}
}
