package io.rpcidl.connection;

import io.rpcidl.call.ModelChecked;
import io.rpcidl.connection.IncomingCall.CallOrigin;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.SchemaHash;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** The one step from queued to dispatched or refused: one of those who try it succeeds. */
class DispatchModelTest {
    @Test
    void aCallIsEnteredOrRefusedOnce() {
        ModelChecked.check(DispatchModel.class, 3, 1, 50);
    }

    /** A call that waits for a thread. */
    public static class DispatchModel {
        private final IncomingCall call =
                new IncomingCall(1, new Offered(), 1, IncomingCall.NO_DEADLINE, new CallOrigin(CallKind.UNARY, 64));

        private record Offered() implements OfferedService {
            @Override
            public String name() {
                return "races.v1.Race";
            }

            @Override
            public SchemaHash hash() {
                return SchemaHash.NONE;
            }
        }

        @Operation
        public boolean enter() {
            return call.enter(1);
        }

        @Operation
        public boolean refuse() {
            return call.refuse();
        }

        @Operation
        public boolean dispatched() {
            return call.dispatched();
        }
    }
}
