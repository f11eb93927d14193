package io.rpcidl.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A session of calls of every kind is cut after each octet in each direction, and what the callers are told is held against
 * what the handlers have seen (catalogue C01, C02): never a lie, and MAYBE_EXECUTED only where nobody can know.
 */
@Timeout(1_200)
class CutTest {
    private static final Logger RUNTIME = Logger.getLogger("io.rpcidl");

    private static final int SMALL = 20;

    /** More than a stream's credit, and than a frame. */
    private static final int LARGE = 70_000;

    /** How far apart the build cuts inside frames of the session with large messages; 1 is after each octet. */
    private static final int STEP = Integer.getInteger("rpcidl.cut.step", 4_999);

    private static final int STALL_STEP = 3;
    private static final int TCP_STEP = 29;
    private static final int TCP_AT_ONCE = 8;

    /** How many octets before the cut are taken and lost, where a reset loses some. */
    private static final int IN_FLIGHT = 60;

    private static Level before;

    /** How a connection is lost. */
    enum Way {
        TO_SERVER_FIN(
                CallTap::written,
                (faults, at) -> faults.toServer().afterBytes(at).cut()),
        TO_SERVER_RST(
                CallTap::written,
                (faults, at) -> faults.toServer().afterBytes(at).reset()),
        TO_SERVER_RST_WITH_LOSS(CallTap::written, (faults, at) -> {
            faults.toServer().afterBytes(Math.max(0, at - IN_FLIGHT)).drop();
            faults.toServer().afterBytes(at).reset();
        }),
        TO_CLIENT_FIN(
                CallTap::read, (faults, at) -> faults.toClient().afterBytes(at).cut()),
        TO_CLIENT_RST(
                CallTap::read, (faults, at) -> faults.toClient().afterBytes(at).reset()),
        /** It is not writable while deadlines pass and calls are given up, until the client notices and ends it. */
        TO_SERVER_STALL(
                CallTap::written,
                (faults, at) -> faults.toServer().afterBytes(at).stall()),
        /** It gives nothing more, likewise. */
        TO_CLIENT_STALL(
                CallTap::read, (faults, at) -> faults.toClient().afterBytes(at).stall());

        private final ToIntFunction<CallTap> octets;
        private final BiConsumer<FaultTransport, Integer> order;

        Way(ToIntFunction<CallTap> octets, BiConsumer<FaultTransport, Integer> order) {
            this.octets = octets;
            this.order = order;
        }

        CutSession cut(CutWorld world, int large, int at) {
            CutSession session = new CutSession(world, large);
            order.accept(session.faults(), at);
            session.play();
            return session;
        }

        boolean stalls() {
            return this == TO_SERVER_STALL || this == TO_CLIENT_STALL;
        }

        String words(int at, int large) {
            return "when it is cut " + this + " after " + at + " octets, with " + large + " in what is large";
        }
    }

    @BeforeAll
    static void beQuiet() {
        before = RUNTIME.getLevel();
        RUNTIME.setLevel(Level.OFF); // handlers fail and connections break tens of thousands of times
    }

    @AfterAll
    static void logAgain() {
        RUNTIME.setLevel(before);
    }

    private static CutSession whole(CutWorld world, int large) {
        CutSession session = new CutSession(world, large);
        session.play();
        session.end();
        return session;
    }

    private static void cut(CutTable table, int large, Way way, int at) {
        CutSession session = way.cut(new CutWorld.Virtual(), large, at);
        session.end();
        table.add(way.words(at, large), session);
    }

    @ParameterizedTest
    @ValueSource(ints = {SMALL, LARGE})
    void theSessionHasCallsOfEveryKind(int large) {
        CutSession session = whole(new CutWorld.Virtual(), large);

        assertThat(session.calls().size()).isGreaterThanOrEqualTo(20);
        assertThat(session.tap().connections()).isEqualTo(1);
        CutTable table = new CutTable("not cut");
        table.add("when it is not cut", session);
        table.judge();
    }

    @ParameterizedTest
    @EnumSource
    void neverLiesWhereverTheSessionIsCut(Way way) {
        CutTable table = new CutTable(way + (way.stalls() ? "" : ", every octet"));
        int octets = way.octets.applyAsInt(whole(new CutWorld.Virtual(), SMALL).tap());
        for (int at = 0; at <= octets; at += way.stalls() ? STALL_STEP : 1) {
            cut(table, SMALL, way, at);
        }
        table.judge();
    }

    @ParameterizedTest
    @EnumSource
    void neverLiesWhereverLargeMessagesAreCut(Way way) {
        CutTable table = new CutTable(way + ", large");
        CallTap tap = whole(new CutWorld.Virtual(), LARGE).tap();
        int octets = way.octets.applyAsInt(tap);
        SortedSet<Integer> places = new TreeSet<>();
        for (int at = 0; at <= octets; at += STEP) {
            places.add(at);
        }
        for (int end : tap.endsOfFrames(octets == tap.written())) {
            places.addAll(List.of(end - 1, end, end + FrameHead.HEADER));
        }
        for (int at : places) {
            cut(table, LARGE, way, at);
        }
        table.judge();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*STALL")
    void neverLiesOverTcp(Way way) {
        CutTable table = new CutTable(way + ", TCP");
        try (CutWorld.Tcp world = new CutWorld.Tcp()) {
            int octets = way.octets.applyAsInt(whole(world, SMALL).tap());
            for (int first = 0; first <= octets; first += TCP_AT_ONCE * TCP_STEP) {
                List<CutSession> sessions = new ArrayList<>();
                for (int i = 0; i < TCP_AT_ONCE; i++) {
                    sessions.add(way.cut(world, SMALL, first + i * TCP_STEP));
                }
                for (CutSession session : sessions) {
                    session.end();
                    table.add(way.words(first, SMALL), session);
                }
            }
        }
        table.judge();
    }

    @Test
    void theJudgeSeesALie() {
        CutSession session = whole(new CutWorld.Virtual(), SMALL);
        Ledger forgetful = new Ledger();

        assertThat(session.calls().stream().map(call -> call.lie(forgetful)).filter(lie -> lie != null))
                .hasSizeGreaterThan(15)
                .allSatisfy(lie -> assertThat(lie).contains("is said to be executed, and its handler was not entered"));
    }
}
