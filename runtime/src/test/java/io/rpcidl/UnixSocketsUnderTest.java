package io.rpcidl;

import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Plaintext over Unix sockets, each in a folder that is removed with it. */
final class UnixSocketsUnderTest implements TransportUnderTest {
    private final Transport transport;
    private final Path folder;
    private int sockets;

    UnixSocketsUnderTest(Transport transport) {
        this.transport = transport;
        try {
            folder = Files.createTempDirectory("rpcidl");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public RpcServerBuilder listen(RpcServerBuilder server) {
        sockets++;
        return server.plaintext().transport(transport).listenUnix(folder.resolve("socket" + sockets));
    }

    @Override
    public RpcClientBuilder connect(RpcClientBuilder client, RpcServer server) {
        return client.plaintext().transport(transport).target(server.target());
    }

    @Override
    public Optional<String> lacks(Trait trait) {
        return trait == Trait.ANONYMOUS
                ? Optional.of("the operating system names the process of a caller")
                : Optional.empty();
    }

    @Override
    public void close() {
        transport.close();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
