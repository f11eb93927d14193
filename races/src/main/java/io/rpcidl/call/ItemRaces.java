package io.rpcidl.call;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.wire.Limits;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Items between the loop, which adds them, and whoever takes them. */
public final class ItemRaces {
    static final StructCodec<String> CODEC = Codecs.result(Codecs.STRING);
    private static final CodecPool CODECS = new CodecPool(Limits.DEFAULTS);
    private static final ReceivedItems.Form<String> FORM = new ReceivedItems.Encoded<>(CODEC, CODECS);
    private static final byte[] A = CODECS.encode(CODEC, "a");
    private static final byte[] B = CODECS.encode(CODEC, "b");
    private static final long BATCH = 1_000_000;

    private ItemRaces() {}

    private static ReceivedItems.Source source(Told told) {
        return new ReceivedItems.Source(told, BATCH, told);
    }

    private static void addBoth(ReceivedItems<?> items) {
        items.add(A, 0, A.length);
        items.add(B, 0, B.length);
        items.end();
    }

    private enum NoGuard implements BlockingItems.Guard {
        INSTANCE;

        @Override
        public void beforeNext() {}

        @Override
        public void interrupted() {}
    }

    /** A thread waits for items that come. */
    @JCStressTest
    @Outcome(id = "ab.", expect = ACCEPTABLE, desc = "all items, then the end")
    @Outcome(expect = FORBIDDEN, desc = "no item is lost, and the taker is woken")
    @State
    public static class WaitAndAdd {
        private final BlockingItems<String> items = new BlockingItems<>(source(new Told()), FORM, NoGuard.INSTANCE);

        @Actor
        public void taker(L_Result r) {
            StringBuilder all = new StringBuilder();
            try {
                for (String item = items.next(); item != null; item = items.next()) {
                    all.append(item);
                }
            } catch (DeclaredErrorException failure) {
                all.append(failure);
            }
            r.r1 = all.append('.').toString();
        }

        @Actor
        public void loop() {
            addBoth(items);
        }
    }

    /** The loop asks whether somebody waits, and somebody begins to wait: one of them hears of the other. */
    @JCStressTest
    @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "the loop saw the taker")
    @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "the taker saw the loop's question")
    @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "both saw each other")
    @Outcome(expect = FORBIDDEN, desc = "a stream whose taker waits must not stand still")
    @State
    public static class AskAndWait {
        private final Told told = new Told();
        private final BlockingItems<String> items = new BlockingItems<>(source(told), FORM, NoGuard.INSTANCE);

        @Actor
        public void loop(ZI_Result r) {
            r.r1 = items.waits();
        }

        @Actor
        public void taker() {
            items.waiting(true);
        }

        @Arbiter
        public void judge(ZI_Result r) {
            r.r2 = told.tellings.get();
        }
    }

    /** Writes down what a subscriber is told; not guarded, so that two signals at once show. */
    private static final class Signals implements Flow.Subscriber<String> {
        private final StringBuilder all = new StringBuilder();
        private Flow.@Nullable Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            all.append('s');
        }

        @Override
        public void onNext(String item) {
            all.append(item);
        }

        @Override
        public void onError(Throwable failure) {
            all.append(failure);
        }

        @Override
        public void onComplete() {
            all.append('.');
        }

        void request(long count) {
            if (subscription != null) {
                subscription.request(count);
            }
        }

        @Override
        public String toString() {
            return all.toString();
        }
    }

    /** Items come while a subscriber asks for them. */
    @JCStressTest
    @Outcome(id = "sab.", expect = ACCEPTABLE, desc = "all items, then the end")
    @Outcome(expect = FORBIDDEN, desc = "signals come one after the other, and none is lost")
    @State
    public static class RequestAndAdd {
        private final PublishedItems<String> items = new PublishedItems<>(source(new Told()), FORM, Runnable::run);
        private final Signals signals = new Signals();

        /** Subscribed. */
        public RequestAndAdd() {
            items.subscribe(signals);
        }

        @Actor
        public void subscriber() {
            signals.request(1);
            signals.request(5);
        }

        @Actor
        public void loop() {
            addBoth(items);
        }

        @Arbiter
        public void judge(L_Result r) {
            r.r1 = signals.toString();
        }
    }

    /** A subscriber comes while items come. */
    @JCStressTest
    @Outcome(id = "sab.", expect = ACCEPTABLE, desc = "all items, then the end")
    @Outcome(expect = FORBIDDEN, desc = "a late subscriber misses nothing")
    @State
    public static class SubscribeAndAdd {
        private final PublishedItems<String> items = new PublishedItems<>(source(new Told()), FORM, Runnable::run);
        private final Signals signals = new Signals();

        @Actor
        public void subscriber() {
            items.request(5);
            items.subscribe(signals);
        }

        @Actor
        public void loop() {
            addBoth(items);
        }

        @Arbiter
        public void judge(L_Result r) {
            r.r1 = signals.toString();
        }
    }

    /** A maker waits for room while items leave. */
    @JCStressTest
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "the item was sent, and its cost is known")
    @Outcome(expect = FORBIDDEN, desc = "a maker is woken, and no credit is lost")
    @State
    public static class SendAndWritten {
        private static final String LARGE = "x".repeat(70_000);
        private final Told told = new Told();
        private final SentItems<String> items = new SentItems<>(CODEC, CODECS, told);
        private final int cost = items.sendNow(LARGE);

        @Actor
        public void maker(ZZ_Result r) {
            r.r1 = items.send("a", () -> {});
        }

        @Actor
        public void loop() {
            items.written(cost);
        }

        @Arbiter
        public void judge(ZZ_Result r) {
            items.written((long) A.length + ReceivedItems.ITEM_COST);
            r.r2 = items.hasRoom() && told.sent.get() == 2;
        }
    }

    /** A maker waits for room while the call ends. */
    @JCStressTest
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the item was dropped")
    @Outcome(expect = FORBIDDEN, desc = "a maker is woken by the end")
    @State
    public static class SendAndEnd {
        private final Told told = new Told();
        private final SentItems<String> items = new SentItems<>(CODEC, CODECS, told);

        /** Full. */
        public SendAndEnd() {
            items.sendNow(SendAndWritten.LARGE);
        }

        @Actor
        public void maker(ZZ_Result r) {
            r.r1 = items.send("a", () -> {});
        }

        @Actor
        public void loop() {
            items.end();
        }

        @Arbiter
        public void judge(ZZ_Result r) {
            r.r2 = told.sent.get() == 1;
        }
    }
}
