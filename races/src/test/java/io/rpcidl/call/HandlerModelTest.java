package io.rpcidl.call;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Empty;
import io.rpcidl.wire.Limits;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** A handler and its caller, and a taker of items and the loop, at the same time. */
class HandlerModelTest {
    @Test
    void aStageOfACallThatWasGivenUpIsCancelled() {
        ModelChecked.check(Begin.class, 2, 1, 100);
    }

    @Test
    void aTakerThatWaitsIsSeenOrSees() {
        ModelChecked.check(AskAndWait.class, 2, 1, 50);
    }

    /** A handler hands its stage over while the caller gives up. */
    public static class Begin {
        private static final Set<String> LEGAL = Set.of("entered [EXECUTED]", "refused [NOT_EXECUTED]");
        private final HandlerRaces.BeginAndCancel call = new HandlerRaces.BeginAndCancel();

        @Operation(runOnce = true)
        public void handle() {
            call.handler();
        }

        @Operation(runOnce = true)
        public void cancel() {
            call.cancelled();
        }

        @Validate
        public void endsOnce() {
            if (!LEGAL.contains(call.end())) {
                throw new IllegalStateException("a call has ended like this: " + call.end());
            }
        }
    }

    /** The loop asks whether somebody waits, and somebody begins to wait. */
    public static class AskAndWait {
        private final Told told = new Told();
        private final ReceivedItems<Empty> items =
                new ReceivedItems<>(
                        new ReceivedItems.Source(told, 1_000, told),
                        new ReceivedItems.Encoded<>(Codecs.EMPTY, new CodecPool(Limits.DEFAULTS, 1))) {
                    @Override
                    void wake() {}
                };
        private boolean seen;
        private boolean asked;
        private boolean waited;

        @Operation(runOnce = true)
        public void ask() {
            seen = items.waits();
            asked = true;
        }

        @Operation(runOnce = true)
        public void await() {
            items.waiting(true);
            waited = true;
        }

        @Validate
        public void oneHearsOfTheOther() {
            if (asked && waited && !seen && told.tellings.get() == 0) {
                throw new IllegalStateException("the taker waits, and the loop does not know");
            }
        }
    }
}
