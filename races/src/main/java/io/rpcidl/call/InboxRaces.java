package io.rpcidl.call;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.rpcidl.wire.Limits;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZZL_Result;

/** What threads share on the way to the loop: the inbox, and the encoders that they borrow. */
public final class InboxRaces {
    private InboxRaces() {}

    /** An item with a name. */
    private static final class Named extends InboxTask {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public void process() {}

        static String all(Inbox inbox) {
            StringBuilder names = new StringBuilder();
            for (Inbox.Item item = inbox.take(); item != null; item = item.next()) {
                names.append(((Named) item).name);
            }
            return names.toString();
        }
    }

    /** Two threads put. */
    @JCStressTest
    @Outcome(id = "true, false, ab", expect = ACCEPTABLE, desc = "the first woke the loop")
    @Outcome(id = "false, true, ba", expect = ACCEPTABLE, desc = "the second woke the loop")
    @Outcome(expect = FORBIDDEN, desc = "exactly one wakes the loop, and no item is lost")
    @State
    public static class PutAndPut {
        private final Inbox inbox = new Inbox();
        private final Named a = new Named("a");
        private final Named b = new Named("b");

        @Actor
        public void first(ZZL_Result r) {
            r.r1 = inbox.put(a);
        }

        @Actor
        public void second(ZZL_Result r) {
            r.r2 = inbox.put(b);
        }

        @Arbiter
        public void judge(ZZL_Result r) {
            r.r3 = Named.all(inbox);
        }
    }

    /** A thread puts while the loop takes what was there. */
    @JCStressTest
    @Outcome(id = "false, true, ab/", expect = ACCEPTABLE, desc = "taken with the batch; the loop is awake")
    @Outcome(id = "true, true, a/b", expect = ACCEPTABLE, desc = "behind the batch; the loop is woken again")
    @Outcome(expect = FORBIDDEN, desc = "an item that stays has woken the loop")
    @State
    public static class PutAndTake {
        private final Inbox inbox = new Inbox();
        private final Named a = new Named("a");
        private final Named b = new Named("b");
        private final boolean woke = inbox.put(a);

        @Actor
        public void putter(ZZL_Result r) {
            r.r1 = inbox.put(b);
        }

        @Actor
        public void loop(ZZL_Result r) {
            r.r2 = woke;
            r.r3 = Named.all(inbox);
        }

        @Arbiter
        public void judge(ZZL_Result r) {
            r.r3 = r.r3 + "/" + Named.all(inbox);
        }
    }

    /** Two threads encode and decode with what may be the same encoder. */
    @JCStressTest
    @Outcome(id = "first, second", expect = ACCEPTABLE, desc = "each its own")
    @Outcome(expect = FORBIDDEN, desc = "an encoder belongs to one thread at a time")
    @State
    public static class BorrowAndBorrow {
        private final CodecPool codecs = new CodecPool(Limits.DEFAULTS, 1);

        @Actor
        public void first(LL_Result r) {
            r.r1 = thereAndBack("first");
        }

        @Actor
        public void second(LL_Result r) {
            r.r2 = thereAndBack("second");
        }

        private String thereAndBack(String text) {
            byte[] message = codecs.encode(ItemRaces.CODEC, text);
            return codecs.decode(ItemRaces.CODEC, message, 0, message.length);
        }
    }
}
