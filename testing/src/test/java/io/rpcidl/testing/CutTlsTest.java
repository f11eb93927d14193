package io.rpcidl.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.OpenSsl;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.netty.NettyTransport;
import io.rpcidl.transport.netty.RecordCutter;
import io.rpcidl.value.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The session of {@link CutTest} over TLS, whose records are cut after each so many octets: never a lie, and where the server
 * gets all that went out, what counts as taken is what it has got, to the octet.
 */
@ParameterizedClass
@EnumSource(TlsEngine.class)
@Timeout(1_200)
class CutTlsTest {
    private static final Logger RUNTIME = Logger.getLogger("io.rpcidl");
    private static final int SMALL = 20;
    private static final int AT_ONCE = 8;

    /** How far apart the build cuts; 1 is after each octet of each record. */
    private static final int STEP = Integer.getInteger("rpcidl.cut.tls.step", 151);

    private static Level before;

    private final TlsEngine engine;

    CutTlsTest(TlsEngine engine) {
        this.engine = engine;
    }

    @BeforeAll
    static void beQuiet() {
        before = RUNTIME.getLevel();
        RUNTIME.setLevel(Level.OFF); // handlers fail and connections break thousands of times
    }

    @AfterAll
    static void logAgain() {
        RUNTIME.setLevel(before);
    }

    /** Gives the loops of both ends turns between two steps of the script, so that their records are many. */
    private static final class Stepwise implements CutWorld {
        private static final int TURNS = 6;

        private final Transport transport;
        private final CutWorld sockets;

        Stepwise(Transport transport) {
            this.transport = transport;
            this.sockets = new CutWorld.Tcp(transport);
        }

        @Override
        public Transport transport() {
            return transport;
        }

        @Override
        public void run() {
            for (int i = 0; i < TURNS; i++) {
                CompletableFuture<Void> turn = new CompletableFuture<>();
                transport.loop().execute(() -> turn.complete(null));
                turn.orTimeout(60, TimeUnit.SECONDS).join();
            }
        }

        @Override
        public void advance(Duration time) {
            sockets.advance(time);
        }

        @Override
        public void awaitEnds(CutSession session) {
            sockets.awaitEnds(session);
        }

        @Override
        public void close(AutoCloseable resource) {
            sockets.close(resource);
        }
    }

    private record Cut(CutTls tls, CutSession session, long at) {}

    private Cut play(Transport sockets, RecordCutter.Way way, long at) {
        CutTls tls = new CutTls(sockets, engine, way, at);
        CutSession session = new CutSession(new Stepwise(tls), SMALL);
        session.play();
        return new Cut(tls, session, at);
    }

    @ParameterizedTest
    @EnumSource
    void neverLiesWhereverRecordsAreCut(RecordCutter.Way way) {
        Assumptions.assumeTrue(engine == TlsEngine.JDK || OpenSsl.isAvailable(), "no BoringSSL for this machine");
        CutTable table = new CutTable(way + ", TLS by " + engine);
        try (Transport sockets = NettyTransport.withLoops(2, RpcClock.system())) {
            Cut whole = play(sockets, way, Long.MAX_VALUE);
            whole.session().end();
            long octets = whole.tls().passed();
            assertThat(octets).isGreaterThan(1_000);
            for (long first = 0; first <= octets; first += (long) AT_ONCE * STEP) {
                List<Cut> cuts = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    cuts.add(play(sockets, way, first + (long) i * STEP));
                }
                for (Cut cut : cuts) {
                    cut.session().end();
                    String words = way + " after " + cut.at() + " octets of records, " + engine;
                    table.add(words, cut.session());
                    boolean oneConnection = cut.session().tap().connections() == 1;
                    if (way == RecordCutter.Way.TO_SERVER_FIN && oneConnection) {
                        assertThat(cut.session().tap().taken())
                                .as("octets that count as taken, and that have arrived; " + words)
                                .isEqualTo(cut.tls().arrived());
                    }
                }
            }
        }
        table.judge(Outcome.NOT_EXECUTED, Outcome.EXECUTED);
    }
}
