package io.rpcidl;

import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.netty.NettyKinds;
import java.util.Optional;

/** All that the behaviour suite runs over: a column of its table each. */
enum TransportsUnderTest {
    DIRECT("direct") {
        @Override
        TransportUnderTest open() {
            return new DirectUnderTest();
        }
    },
    LOOPBACK("loopback") {
        @Override
        TransportUnderTest open() {
            return TransportUnderTest.loopback();
        }
    },
    TCP_NIO("tcp, nio") {
        @Override
        TransportUnderTest open() {
            return TransportUnderTest.plaintext(NettyKinds.nio());
        }
    },
    TCP_EPOLL("tcp, epoll") {
        @Override
        TransportUnderTest open() {
            return TransportUnderTest.plaintext(NettyKinds.epoll());
        }

        @Override
        Optional<String> unavailable() {
            return NettyKinds.withoutEpoll();
        }
    },
    TCP_IO_URING("tcp, io_uring") {
        @Override
        TransportUnderTest open() {
            return TransportUnderTest.plaintext(NettyKinds.ioUring());
        }

        @Override
        Optional<String> unavailable() {
            return NettyKinds.withoutIoUring();
        }
    },
    UNIX("unix socket") {
        @Override
        TransportUnderTest open() {
            return new UnixSocketsUnderTest(NettyKinds.nio());
        }
    },
    TLS("tls, jdk") {
        @Override
        TransportUnderTest open() {
            return new TlsUnderTest(NettyKinds.nio(), TlsEngine.JDK);
        }
    },
    TLS_BORINGSSL("tls, boringssl") {
        @Override
        TransportUnderTest open() {
            return new TlsUnderTest(NettyKinds.best(), TlsEngine.BORINGSSL);
        }

        @Override
        Optional<String> unavailable() {
            return NettyKinds.withoutBoringSsl();
        }
    };

    private final String title;

    TransportsUnderTest(String title) {
        this.title = title;
    }

    /** A new one, which the caller closes. */
    abstract TransportUnderTest open();

    /** Why it can't be tested on this machine, in words for the table; empty when it can. */
    Optional<String> unavailable() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return title;
    }
}
