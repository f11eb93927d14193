package io.rpcidl;

import io.rpcidl.transport.Transport;
import java.util.Optional;

/**
 * One way for clients to reach servers, as the behaviour suite sees it: how both are built for it, and what is different about
 * it. To have another one pass the suite is to add it to {@link TransportsUnderTest}.
 */
interface TransportUnderTest extends AutoCloseable {
    /** What not everything that carries calls has; a case that needs one says so by {@link Behaviour#needs}. */
    enum Trait {
        /** Values are encoded, so that their constraints and sizes are looked at on the way. */
        ENCODES,
        /** There is a connection between the two, which can be lost: then nobody may know what became of a call. */
        CONNECTION,
        /** It does not tell who calls. */
        ANONYMOUS
    }

    /** Has the server be reached this way: endpoint, transport and security. */
    RpcServerBuilder listen(RpcServerBuilder server);

    /** Has the client reach a server that was built by {@link #listen} and started. */
    RpcClientBuilder connect(RpcClientBuilder client, RpcServer server);

    /** A client of such a server, which tries once; of another kind where there is no connection. */
    default ClientOptions client(RpcServer server) {
        return ClientOptions.of(connect(RpcClient.builder().withoutRetries(), server));
    }

    /** Why it hasn't a trait, in words for the table of results; empty when it has. */
    default Optional<String> lacks(Trait trait) {
        return Optional.empty();
    }

    @Override
    void close();

    /** In memory, each server for itself. */
    static TransportUnderTest loopback() {
        return new TransportUnderTest() {
            @Override
            public RpcServerBuilder listen(RpcServerBuilder server) {
                return server.inProcess();
            }

            @Override
            public RpcClientBuilder connect(RpcClientBuilder client, RpcServer server) {
                return client.loopback(server);
            }

            @Override
            public void close() {}
        };
    }

    /** Plaintext over a transport that clients and servers share, at a port of this machine. */
    static TransportUnderTest plaintext(Transport transport) {
        return new TransportUnderTest() {
            @Override
            public RpcServerBuilder listen(RpcServerBuilder server) {
                return server.plaintext().transport(transport).listen("127.0.0.1", 0);
            }

            @Override
            public RpcClientBuilder connect(RpcClientBuilder client, RpcServer server) {
                return client.plaintext().transport(transport).target("127.0.0.1:" + server.port());
            }

            @Override
            public void close() {
                transport.close();
            }
        };
    }
}
