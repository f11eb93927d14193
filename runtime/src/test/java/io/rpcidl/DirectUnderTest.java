package io.rpcidl;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.memory.MemoryTransport;
import java.util.Optional;

/** Calls without encoding and without a connection. */
final class DirectUnderTest implements TransportUnderTest {
    private final Transport transport = MemoryTransport.withThread(RpcClock.system());

    @Override
    public RpcServerBuilder listen(RpcServerBuilder server) {
        return server.plaintext().transport(transport).listen("in-process", 0);
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
        return Optional.of(
                switch (trait) {
                    case ENCODES ->
                        "a direct call takes values as they are: sizes and constraints of the encoding are not"
                                + " looked at";
                    case CONNECTION -> "a direct call has no connection that could be lost";
                });
    }

    @Override
    public void close() {
        transport.close();
    }
}
