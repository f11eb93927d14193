package io.rpcidl.call;

import io.rpcidl.connection.ErrorReply;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.Hello;
import io.rpcidl.transport.Link;
import io.rpcidl.value.RpcCode;

/** One connection of a client; only on the loop. */
final class ClientConnection extends LinkedConnection {
    private final ClientConnections connections;

    ClientConnection(Link link, ClientConnections connections, ClientSettings settings) {
        super(link, Role.CONNECTING, settings.connection());
        this.connections = connections;
    }

    void submit(ClientCall<?, ?> call) {
        call.carriedBy(this);
        connection().submit(call, now());
    }

    void cancel(ClientCall<?, ?> call, ClientCall.GivenUp how) {
        if (how == ClientCall.GivenUp.NOW) {
            connection().cancel(call, CancelReason.CANCELLED, now());
        } else {
            connection().requestCancel(call, now());
        }
    }

    /** Ends every call by what was handed over, says farewell and ends the link. */
    void close() {
        connection().close("the client was closed", now());
        turn();
    }

    @Override
    public void established(Hello peer) {}

    @Override
    public void drained(Drain drain) {
        connections.retire(this);
    }

    @Override
    void ended(String reason) {
        connections.ended(this);
    }

    /** Never happens, since a client announces that it accepts no calls; answered all the same. */
    @Override
    public void callArrived(IncomingCall call) {
        connection().fail(call, ErrorReply.lasting(RpcCode.UNKNOWN_METHOD, "this client offers no services"), now());
        connection().handlerEnded(call, now());
    }

    @Override
    public void callCancelled(IncomingCall call) {}
}
