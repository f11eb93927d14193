package io.rpcidl.simulation.network;

import io.rpcidl.simulation.world.SimulatedLoop;
import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.time.Duration;

/** The transport of one machine: its loop, and its place in the network. */
public final class SimulatedTransport implements Transport {
    private final Network network;
    private final SimulatedLoop loop;

    /** The transport of the machine on which {@code loop} runs. */
    public SimulatedTransport(Network network, SimulatedLoop loop) {
        this.network = network;
        this.loop = loop;
    }

    @Override
    public RpcClock clock() {
        return network.world().clock();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public void connect(Loop linkLoop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        network.connect(loop, endpoint, timeout, listener);
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        if (!network.listen(endpoint, loop, acceptor)) {
            throw new IOException("can't listen on " + endpoint + ": another server has it");
        }
        return new SimulatedListener(network, endpoint, acceptor);
    }

    /** Does nothing: the machines of a world end with it. */
    @Override
    public void close() {}

    private record SimulatedListener(Network network, Endpoint endpoint, LinkAcceptor acceptor) implements Listener {
        @Override
        public void close() {
            network.stopListening(endpoint, acceptor);
        }
    }
}
