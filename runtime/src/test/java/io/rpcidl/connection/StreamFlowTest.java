package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CancelReason;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items between two ends: order, credit, large items, the growth of windows, and what becomes of streams that are cut. */
class StreamFlowTest {

    private final Pair pair = new Pair();
    private IncomingCall incoming;

    StreamFlowTest() {
        pair.server.events.handler = call -> {
            assertThat(call.enter(pair.now)).isTrue();
            incoming = call;
        };
    }

    private TestCall open(CallTarget target) {
        TestCall call = pair.client.submit(TestCall.stream(target));
        pair.pump();
        return call;
    }

    private void give(int count, int length) {
        for (int i = 0; i < count; i++) {
            byte[] item = new byte[length];
            Arrays.fill(item, (byte) i);
            pair.server.connection.sendItem(incoming, item, pair.now);
        }
    }

    private void end() {
        pair.server.connection.reply(incoming, new byte[] {0}, 0, 1, pair.now);
        pair.server.connection.handlerEnded(incoming, pair.now);
    }

    private void take(TestCall call, long cost) {
        pair.client.connection.itemsTaken(call, cost, pair.now);
        pair.pump();
    }

    @Test
    void theReplyComesBehindItemsThatWaitForCredit() {
        TestCall call = open(TestCall.COUNT);
        give(100, 10_000);
        end();
        pair.pump();
        assertThat(call.items.items).hasSize(6);
        assertThat(call.ended).isNull();

        for (int taken = 0; taken < call.items.items.size(); ) {
            int size = call.items.items.size();
            take(call, call.items.cost(taken));
            taken = size;
        }

        assertThat(call.items.items).hasSize(100);
        assertThat(call.ended).isEqualTo("reply");
        assertThat(pair.server.connection.counters().slots()).isZero();
    }

    @Test
    void aLargeItemComesOnlyWhenSomebodyWaitsForIt() {
        TestCall call = open(TestCall.COUNT);
        give(1, 1_000_000);
        end();
        pair.pump();
        assertThat(call.items.items).isEmpty();

        call.items.waits = true;
        take(call, 0);

        assertThat(call.items.items).hasSize(1);
        assertThat(call.items.items.get(0)).hasSize(1_000_000);
        assertThat(call.ended).isEqualTo("reply");
    }

    @Test
    void largeItemsComeOneAfterTheOther() {
        TestCall[] calls = new TestCall[10];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = open(TestCall.COUNT);
            give(1, 500_000);
            end();
        }
        pair.pump();
        for (TestCall call : calls) {
            call.items.waits = true;
            pair.client.connection.itemsTaken(call, 0, pair.now);
        }

        pair.pump();

        assertThat(calls).allMatch(call -> "reply".equals(call.ended) && call.items.items.size() == 1);
    }

    @Test
    void aWindowGrowsWhenItsReaderWaitsForTheRoundTrip() {
        TestCall call = open(TestCall.COUNT);
        call.items.waits = true;
        give(3_000, 1_000);
        int most = 0;
        for (int taken = 0; taken < 3_000; ) {
            pair.pump();
            int came = call.items.items.size() - taken;
            most = Math.max(most, came);
            pair.client.connection.itemsTaken(call, call.items.cost(taken), pair.now);
            taken += came;
        }
        assertThat(most).isGreaterThan(500);
    }

    @Test
    void aWindowKeepsItsSizeWhenNobodyWaits() {
        TestCall call = open(TestCall.COUNT);
        give(3_000, 1_000);
        for (int taken = 0; taken < 3_000; ) {
            pair.pump();
            int came = call.items.items.size() - taken;
            assertThat(came).isPositive().isLessThan(65);
            pair.client.connection.itemsTaken(call, call.items.cost(taken), pair.now);
            taken += came;
        }
    }

    @Test
    void anUploadArrivesInOrderAndEnds() {
        TestCall call = pair.client.submit(TestCall.stream(TestCall.UPLOAD));
        for (String text : List.of("a", "b", "c")) {
            call.addItem(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        call.endItems();
        pair.pump();

        assertThat(pair.server.events.log).containsSubsequence("item 1 a", "item 1 b", "item 1 c", "items ended 1");
        assertThat(call.items.written).isEqualTo(3 * 65);
        end();
        pair.pump();
        assertThat(call.ended).isEqualTo("reply");
    }

    @Test
    void aCancelledStreamNeverEndsWithAReply() {
        TestCall call = open(TestCall.COUNT);
        give(100, 10_000);
        pair.pump();

        pair.client.connection.cancel(call, CancelReason.CANCELLED, pair.now);
        pair.pump();
        end();
        pair.pump();

        assertThat(call.outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
        assertThat(pair.server.connection.counters().slots()).isZero();
        assertThat(pair.client.connection.counters().inFlight()).isZero();
        assertThat(pair.server.events.cancelled).containsExactly(incoming);
    }

    @Test
    void anyNumberOfStreamsMayBeGivenUp() {
        for (int i = 0; i < 500; i++) {
            TestCall call = open(TestCall.COUNT);
            give(1, 10);
            pair.pump();
            boolean answered = i % 2 == 0;
            if (answered) {
                end(); // the REPLY and the CANCEL meet on their way
                pair.server.drain();
            }
            pair.client.connection.cancel(call, CancelReason.CANCELLED, pair.now);
            pair.pump();
            if (!answered) {
                end();
                pair.pump();
            }
        }
        assertThat(pair.server.events.closed).isNull();
        assertThat(pair.server.connection.counters().slots()).isZero();
        assertThat(pair.client.connection.counters().inFlight()).isZero();
        assertThat(pair.server.events.cancelled).hasSize(250);
    }

    @Test
    void aDeadlineDropsItemsThatWait() {
        TestCall call = pair.client.submit(new TestCall(TestCall.COUNT, pair.now + Pair.SECOND, new byte[] {0}));
        pair.pump();
        give(100, 10_000);
        end();
        pair.pump();

        pair.advance(2 * Pair.SECOND);
        pair.pump();

        assertThat(call.outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
        assertThat(call.failure.code()).isEqualTo(RpcCode.DEADLINE);
        assertThat(pair.server.connection.counters().slots()).isZero();
        assertThat(pair.client.connection.counters().inFlight()).isZero();
    }

    @Test
    void aStreamThatIsCutWasMaybeExecuted() {
        TestCall call = open(TestCall.COUNT);
        give(1, 10);
        pair.pump();

        pair.client.connection.transportClosed("cut", pair.now);

        assertThat(call.items.items).hasSize(1);
        assertThat(call.outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
    }

    @Test
    void anUploadWhoseArgumentsNeverLeftWasNotExecuted() {
        pair.pump();
        pair.client.socketTakes = pair.client.handed;
        TestCall call = pair.client.submit(TestCall.stream(TestCall.UPLOAD));
        call.addItem(new byte[100]);
        pair.client.drain();

        pair.client.connection.transportClosed("cut", pair.now);

        assertThat(call.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
    }

    @Test
    void aDrainWaitsForStreams() {
        TestCall call = open(TestCall.COUNT);
        give(100, 10_000);
        end();
        pair.server.connection.drain(io.rpcidl.frame.DrainCode.GOING_AWAY, "", pair.now);
        pair.pump();
        assertThat(pair.server.events.closed).isNull();

        for (int taken = 0; taken < call.items.items.size(); ) {
            int size = call.items.items.size();
            take(call, call.items.cost(taken));
            taken = size;
        }

        assertThat(call.ended).isEqualTo("reply");
        assertThat(pair.server.events.closed).isEqualTo("drained");
    }

    @Test
    void manyShortStreamsDoNotExceedTheBudgetOfUselessFrames() {
        for (int i = 0; i < 3_000; i++) {
            TestCall call = open(TestCall.COUNT);
            give(3, 10_000);
            end();
            pair.server.drain();
            pair.server.deliver(); // REPLY is here before the CREDIT for its items has left
            pair.client.connection.itemsTaken(call, call.items.cost(0), pair.now);
            pair.pump();
            assertThat(call.ended).isEqualTo("reply");
        }
        assertThat(pair.server.events.closed).isNull();
    }
}
