package io.rpcidl;

import java.util.Optional;

/** Calls without encoding and without a connection. */
final class DirectUnderTest implements TransportUnderTest {
    @Override
    public RpcServerBuilder listen(RpcServerBuilder server) {
        return server.inProcess();
    }

    @Override
    public RpcClientBuilder connect(RpcClientBuilder client, RpcServer server) {
        throw new IllegalStateException("a direct client has a builder of its own");
    }

    @Override
    public ClientOptions client(RpcServer server) {
        return ClientOptions.of(DirectClient.of(server));
    }

    @Override
    public Optional<String> lacks(Trait trait) {
        return switch (trait) {
            case ENCODES ->
                Optional.of("a direct call takes values as they are: sizes and constraints of the encoding are not"
                        + " looked at");
            case CONNECTION -> Optional.of("a direct call has no connection that could be lost");
            case ANONYMOUS -> Optional.empty();
        };
    }

    @Override
    public void close() {}
}
