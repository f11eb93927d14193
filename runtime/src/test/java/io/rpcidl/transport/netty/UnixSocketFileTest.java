package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.transport.RpcClock;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a Unix socket: whose it is, what is there already, what is left. */
@Timeout(60)
class UnixSocketFileTest {
    private final NettyTransport transport = new NettyTransport(RpcClock.system(), 1, SocketKind.NIO);
    private final RecordingListener server = new RecordingListener();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        transport.close();
    }

    private Listener listen(Path path) throws IOException {
        return transport.listen(Endpoint.unix(path), server::opened);
    }

    @Test
    void isForItsOwnUserAloneAndIsRemoved() throws IOException {
        Path path = folder.resolve("socket");
        Listener listener = listen(path);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        listener.close();
        assertThat(path).doesNotExist();
    }

    @Test
    void takesThePlaceOfOneThatNobodyListensOnAnyMore() throws IOException {
        Path path = folder.resolve("socket");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(path))
                .close();
        assertThat(path).exists();

        listen(path).close();
        assertThat(path).doesNotExist();
    }

    @Test
    void leavesOneAloneThatSomebodyListensOn() throws IOException {
        Path path = folder.resolve("socket");
        try (ServerSocketChannel other =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path))) {
            assertThat(other.isOpen()).isTrue();
            assertThatThrownBy(() -> listen(path))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another process listens there");
        }
    }

    @Test
    void leavesAFileAloneThatIsNoSocket() throws IOException {
        Path path = Files.writeString(folder.resolve("file"), "precious");

        assertThatThrownBy(() -> listen(path))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the file is there and is no socket");
        assertThat(path).hasContent("precious");
    }

    @Test
    void saysWhereItCannotListen() {
        assertThatThrownBy(() -> listen(folder.resolve("missing").resolve("socket")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing/socket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix:", "unix:@abstract", "unix:\0abstract", "unix:/a\0b"})
    void refusesNamesWithoutAFile(String target) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse(target))
                .withMessageContaining("needs the path of a file");
    }

    @Test
    void refusesWhatNoAddressHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse("unix:/" + "x".repeat(103)))
                .withMessageContaining("has 104 octets; use a shorter one, of 103 at most");
        assertThatIllegalArgumentException().isThrownBy(() -> new Endpoint("unix:/socket", 1));
        assertThat(Endpoint.parse("unix:/run/a socket")).hasToString("unix:/run/a socket");
        assertThatThrownBy(() -> new Endpoint("host", 1).path()).isInstanceOf(IllegalStateException.class);
    }
}
