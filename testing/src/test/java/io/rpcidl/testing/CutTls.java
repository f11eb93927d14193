package io.rpcidl.testing;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.netty.RecordCutter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** TLS over sockets that are cut beneath it, after so many octets of records; and what of the application came through. */
final class CutTls implements Transport {
    private static final X509Bundle CERTIFICATE = certificate();

    private final Transport sockets;
    private final Transport connecting;
    private final Transport listening;
    private final RecordCutter.Way way;
    private final long octets;
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong arrived = new AtomicLong();

    CutTls(Transport sockets, TlsEngine engine, RecordCutter.Way way, long octets) {
        this.sockets = sockets;
        this.connecting = sockets.secured(ClientTls.builder()
                .trust(List.of(CERTIFICATE.getCertificate()))
                .engine(engine)
                .build());
        this.listening = sockets.secured(ServerTls.builder()
                .certificate(CERTIFICATE.getKeyPair().getPrivate(), List.of(CERTIFICATE.getCertificate()))
                .engine(engine)
                .build());
        this.way = way;
        this.octets = octets;
    }

    private static X509Bundle certificate() {
        try {
            return new CertificateBuilder()
                    .ecp256()
                    .subject("CN=cut")
                    .addSanIpAddress("127.0.0.1")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many octets of records went through in the direction that is cut. */
    long passed() {
        return passed.get();
    }

    /** How many octets of the application the server has got. */
    long arrived() {
        return arrived.get();
    }

    @Override
    public RpcClock clock() {
        return sockets.clock();
    }

    @Override
    public Loop loop() {
        return sockets.loop();
    }

    @Override
    public void connect(Loop loop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        connecting.connect(loop, endpoint, timeout, new ConnectListener() {
            @Override
            public LinkListener connected(Link link) {
                RecordCutter.under(link, way, octets, passed::set);
                return listener.connected(link);
            }

            @Override
            public void failed(Throwable cause) {
                listener.failed(cause);
            }
        });
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        return listening.listen(endpoint, link -> new Counting(acceptor.accept(link)));
    }

    /** The sockets belong to who has opened them. */
    @Override
    public void close() {}

    private final class Counting implements LinkListener {
        private final LinkListener above;

        Counting(LinkListener above) {
            this.above = above;
        }

        @Override
        public void received(byte[] bytes, int offset, int length) {
            arrived.addAndGet(length);
            above.received(bytes, offset, length);
        }

        @Override
        public void readCompleted() {
            above.readCompleted();
        }

        @Override
        public void taken(long total) {
            above.taken(total);
        }

        @Override
        public void writabilityChanged() {
            above.writabilityChanged();
        }

        @Override
        public void closed(@Nullable Throwable cause) {
            above.closed(cause);
        }
    }
}
