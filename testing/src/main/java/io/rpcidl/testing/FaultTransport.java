package io.rpcidl.testing;

import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.memory.MemoryTransport;
import java.io.IOException;
import java.time.Duration;

/**
 * A transport between a client and a server on which faults can be ordered at a chosen point:
 * {@code faults.onRequest().afterDispatch().cut()}.
 *
 * <p>The client has to use it; the server uses it too when it is in memory, and else any transport that the client's can
 * reach. A fault strikes once, at its point, on the first connection that gets there. Any thread may order.
 *
 * <p>The points are found in the frames that pass, so that they don't depend on timing. Only what happens inside the server is
 * not seen there: for {@link RequestPoint#afterDispatch} the handler has to be wrapped by {@link #watch}.
 */
public final class FaultTransport implements Transport {
    private final Transport transport;
    private final Orders orders;

    private FaultTransport(Transport transport, Orders orders) {
        this.transport = transport;
        this.orders = orders;
    }

    /** Faults between clients and servers that use this one transport, in memory, on a thread of its own. */
    public static FaultTransport inMemory() {
        return over(MemoryTransport.withThread(RpcClock.system()));
    }

    /** Faults on the connections that clients open through {@code transport}, which is closed with this one. */
    public static FaultTransport over(Transport transport) {
        return new FaultTransport(transport, new Orders());
    }

    /** The next call that a client sends. */
    public RequestPoint onRequest() {
        return onRequest(1);
    }

    /**
     * The {@code number}-th call that clients send from now on, over all connections; 1 is the next one.
     *
     * @throws IllegalArgumentException when the number is below 1
     */
    public RequestPoint onRequest(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("there is no request " + number + "; the next one is request 1");
        }
        return new RequestPoint(orders, number);
    }

    /** The line from a client to its server. */
    public LinePoint toServer() {
        return new LinePoint(orders, Order.Place.TO_SERVER);
    }

    /** The line from a server to its client. */
    public LinePoint toClient() {
        return new LinePoint(orders, Order.Place.TO_CLIENT);
    }

    /**
     * A handler that tells these faults when one of its methods is entered, and goes on when what was ordered for that moment
     * has happened.
     *
     * <p>Calls are taken in the order in which their requests were sent: where several are under way at once, the fault may
     * strike when another one of them is dispatched.
     *
     * @param type the generated interface, blocking or async
     * @param handler what handles the calls
     * @throws IllegalArgumentException when {@code type} is no interface
     */
    public <S> S watch(Class<S> type, S handler) {
        return WatchedHandler.of(type, handler, orders);
    }

    /** How many calls clients have sent whose end has not come back, on connections that are open and without a fault. */
    public int callsInFlight() {
        return orders.openLinks().callsInFlight();
    }

    /** The parts that the fixture looks at. */
    Orders orders() {
        return orders;
    }

    @Override
    public RpcClock clock() {
        return transport.clock();
    }

    @Override
    public Loop loop() {
        return transport.loop();
    }

    @Override
    public void connect(Loop loop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        transport.connect(loop, endpoint, timeout, new ConnectListener() {
            @Override
            public LinkListener connected(Link link) {
                FaultLink faulty = new FaultLink(link, orders);
                faulty.open(listener.connected(faulty));
                return faulty.listener();
            }

            @Override
            public void failed(Throwable cause) {
                listener.failed(cause);
            }
        });
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        return transport.listen(endpoint, acceptor);
    }

    /** The same faults, above TLS: they strike on what is inside. */
    @Override
    public Transport secured(ClientTls tls) {
        return new FaultTransport(transport.secured(tls), orders);
    }

    @Override
    public Transport secured(ServerTls tls) {
        return new FaultTransport(transport.secured(tls), orders);
    }

    @Override
    public void close() {
        transport.close();
    }
}
