package io.rpcidl.simulation.planted;

import io.rpcidl.simulation.host.Sabotage;
import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.time.Duration;

/** A mistake in the surroundings of the runtime: what a test overrides here lies between a connection and its link. */
class Bug implements Sabotage {
    private final End where;
    private int count;

    /** A mistake in one of the ends; by itself it does nothing. */
    Bug(End where) {
        this.where = where;
    }

    /** True every {@code nth} time that it is asked. */
    final boolean every(int nth) {
        return ++count % nth == 0;
    }

    /** What the connection is told by its link. */
    LinkListener listener(LinkListener honest) {
        return honest;
    }

    /** The link that the connection uses. */
    Link link(Link honest) {
        return honest;
    }

    /** The loop that everything uses. */
    Loop loop(Loop honest) {
        return honest;
    }

    @Override
    public final Transport transport(End end, Transport honest) {
        return end == where ? new BuggyTransport(honest) : honest;
    }

    private final class BuggyTransport implements Transport {
        private final Transport honest;
        private final Loop loop;

        BuggyTransport(Transport honest) {
            this.honest = honest;
            this.loop = Bug.this.loop(honest.loop());
        }

        @Override
        public RpcClock clock() {
            return honest.clock();
        }

        @Override
        public Loop loop() {
            return loop;
        }

        @Override
        public void connect(Loop linkLoop, Endpoint endpoint, Duration timeout, ConnectListener told) {
            honest.connect(honest.loop(), endpoint, timeout, new ConnectListener() {
                @Override
                public LinkListener connected(Link link) {
                    return listener(told.connected(link(new OnLoop(link, loop))));
                }

                @Override
                public void failed(Throwable cause) {
                    told.failed(cause);
                }
            });
        }

        @Override
        public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
            return honest.listen(endpoint, link -> listener(acceptor.accept(link(new OnLoop(link, loop)))));
        }

        @Override
        public void close() {
            honest.close();
        }
    }

    /** The link as it is, but for its loop. */
    private static final class OnLoop extends LinkProxy {
        private final Loop loop;

        OnLoop(Link honest, Loop loop) {
            super(honest);
            this.loop = loop;
        }

        @Override
        public Loop loop() {
            return loop;
        }
    }
}
