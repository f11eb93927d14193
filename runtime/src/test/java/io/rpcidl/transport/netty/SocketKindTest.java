package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.netty.channel.kqueue.KQueue;
import io.netty.channel.uring.IoUring;
import io.rpcidl.transport.SocketApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which sockets there are: what is asked for, or a refusal with its reason. */
class SocketKindTest {
    private static boolean has(SocketApi api) {
        return switch (api) {
            case BEST, NIO -> true;
            case EPOLL -> EpollTransportTest.available();
            case KQUEUE -> KQueue.isAvailable();
            case IO_URING -> IoUring.isAvailable();
        };
    }

    @ParameterizedTest
    @EnumSource(SocketApi.class)
    void givesWhatIsAskedForOrSaysWhyNot(SocketApi api) {
        if (has(api)) {
            SocketKind given = SocketKind.of(api);
            assertThat(api == SocketApi.BEST || given.name().equals(api.name())).isTrue();
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> SocketKind.of(api))
                    .withMessageStartingWith("sockets by " + api + " were asked for and can't be had: ")
                    .withMessageContaining("SocketApi." + api)
                    .withCauseInstanceOf(Throwable.class);
        }
    }

    @Test
    void neverTakesIoUringByItself() {
        assertThat(SocketKind.of(SocketApi.BEST)).isNotEqualTo(SocketKind.IO_URING);
    }
}
