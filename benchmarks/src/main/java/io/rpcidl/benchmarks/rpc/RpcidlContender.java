package io.rpcidl.benchmarks.rpc;

import io.rpcidl.RpcClient;
import io.rpcidl.RpcClientBuilder;
import io.rpcidl.RpcServer;
import io.rpcidl.RpcServerBuilder;
import io.rpcidl.benchmarks.rpc.model.Echo;
import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.netty.NettyTransport;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** This project, with the limits, deadlines and outcomes of its defaults. */
final class RpcidlContender implements Contender {
    static final String LOOPBACK = "127.0.0.1";

    private final Mode mode;
    /** One loop for all clients of this process. */
    private @Nullable Transport transport;

    /** Where handlers run, asynchronous calls complete, and blocking callers wait. */
    enum Mode {
        DIRECT("rpcidl", "handlers and completions on the loops (directExecutor at both ends)"),
        DEFAULT(
                "rpcidl-default",
                "the default executors: handlers on virtual threads where the JDK has them, else on a pool"),
        VIRTUAL("rpcidl-virtual", "handlers on the loops, blocking callers on virtual threads"),
        SPIN("rpcidl-spin", "as rpcidl, with loops that never sleep, one at each end, each of which takes a processor"),
        TLS("rpcidl-tls", "as rpcidl, with TLS of the JDK");

        private final String title;
        private final String description;

        Mode(String title, String description) {
            this.title = title;
            this.description = description;
        }
    }

    RpcidlContender(Mode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return mode.title;
    }

    @Override
    public String description() {
        return "this project, " + mode.description;
    }

    @Override
    public Set<Ability> abilities() {
        if (mode == Mode.VIRTUAL) {
            return VirtualThreads.available()
                    ? EnumSet.of(Ability.BLOCKING, Ability.VIRTUAL_CALLERS)
                    : EnumSet.noneOf(Ability.class);
        }
        return mode == Mode.SPIN || mode == Mode.TLS
                ? EnumSet.of(Ability.ASYNC)
                : EnumSet.of(Ability.ASYNC, Ability.BLOCKING, Ability.STREAMS, Ability.STALLED_STREAMS);
    }

    @Override
    public boolean spins() {
        return mode == Mode.SPIN;
    }

    @Override
    public ServerSide serve() {
        RpcServerBuilder builder = RpcServer.builder()
                .add(Echo.service(new RpcidlService()))
                .add(RpcidlService.holds())
                .listen(LOOPBACK, 0);
        if (mode == Mode.TLS) {
            builder.tls(ServerTls.builder()
                    .certificate(Certificates.keyStore(), Certificates.PASSWORD)
                    .build());
        } else {
            builder.plaintext();
        }
        if (mode == Mode.SPIN) {
            builder.transport(NettyTransport.spinning(1, RpcClock.system()));
        }
        RpcServer server = (mode == Mode.DEFAULT ? builder : builder.directExecutor()).start();
        return new ServerSide() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    @Override
    public ClientSide connect(int port) {
        Transport shared = transport;
        if (shared == null) {
            shared = mode == Mode.SPIN
                    ? NettyTransport.spinning(1, RpcClock.system())
                    : NettyTransport.withLoops(1, RpcClock.system());
            transport = shared;
        }
        RpcClientBuilder builder = RpcClient.builder().transport(shared).target(LOOPBACK + ":" + port);
        if (mode == Mode.TLS) {
            builder.tls(ClientTls.builder()
                    .trust(Certificates.trusted())
                    .serverName(Certificates.HOST)
                    .build());
        } else {
            builder.plaintext();
        }
        return new RpcidlClient((mode == Mode.DEFAULT ? builder : builder.directExecutor()).build());
    }
}
