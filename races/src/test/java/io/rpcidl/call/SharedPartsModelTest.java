package io.rpcidl.call;

import io.rpcidl.wire.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** What threads share: each behaves as if one thread after the other had used it. */
class SharedPartsModelTest {
    @Test
    void anInboxIsAQueueThatIsEmptiedAtOnce() {
        ModelChecked.check(InboxModel.class, 3, 3, 100);
    }

    @Test
    void aPoolGivesACodecToOneThreadAtATime() {
        ModelChecked.check(PoolModel.class, 2, 2, 50);
    }

    @Test
    void creditAheadOfThePeerIsCounted() {
        ModelChecked.check(AheadModel.class, 3, 2, 100);
    }

    @Test
    void callsOfManyThreadsGetIdsAndAnswersOfTheirOwn() {
        ModelChecked.check(CallersModel.class, 3, 1, 5);
    }

    /** Many put, the loop takes all. */
    @Param(name = "number", gen = IntGen.class, conf = "1:9")
    public static class InboxModel {
        private final Inbox inbox = new Inbox();

        private static final class Numbered extends InboxTask {
            private final int number;

            Numbered(int number) {
                this.number = number;
            }

            @Override
            public void process() {}
        }

        @Operation
        public boolean put(@Param(name = "number") int number) {
            return inbox.put(new Numbered(number));
        }

        @Operation(nonParallelGroup = "loop")
        public List<Integer> take() {
            List<Integer> all = new ArrayList<>();
            for (Inbox.Item item = inbox.take(); item != null; item = item.next()) {
                all.add(((Numbered) item).number);
            }
            return all;
        }
    }

    /** One encoder and one decoder for all threads. */
    @Param(name = "number", gen = IntGen.class, conf = "1:9")
    public static class PoolModel {
        private final CodecPool codecs = new CodecPool(Limits.DEFAULTS, 1);

        @Operation
        public String thereAndBack(@Param(name = "number") int number) {
            byte[] message = codecs.encode(ItemRaces.CODEC, "item " + number);
            return codecs.decode(ItemRaces.CODEC, message, 0, message.length);
        }
    }

    /** Items of two makers' threads, one after the other in a real stream, and the loop that lets them go. */
    public static class AheadModel {
        private static final String ITEM = "x".repeat(40_000);
        private static final int COST =
                new CodecPool(Limits.DEFAULTS, 1).encode(ItemRaces.CODEC, ITEM).length + ReceivedItems.ITEM_COST;
        private final SentItems<String> items =
                new SentItems<>(ItemRaces.CODEC, new CodecPool(Limits.DEFAULTS, 1), new Told());

        @Operation
        public void send() {
            items.sendNow(ITEM);
        }

        @Operation(nonParallelGroup = "loop")
        public void written() {
            items.written(COST);
        }

        @Operation
        public boolean hasRoom() {
            return items.hasRoom();
        }
    }

    /** Threads that call and wait. */
    public static class CallersModel {
        private final CallRace race = CallRace.atOnce();

        @Operation
        public String call() {
            return race.callAndWait();
        }
    }
}
