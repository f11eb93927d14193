package io.rpcidl.fuzz.connection;

import io.rpcidl.connection.CallFailure;
import io.rpcidl.connection.CallTarget;
import io.rpcidl.connection.OutgoingCall;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.SchemaHash;

/** A call that counts its ends. */
final class FuzzedCall extends OutgoingCall {
    private static final byte[] ARGUMENTS = {0};

    private int ends;

    FuzzedCall(CallKind kind, long deadline) {
        super(new CallTarget(FuzzedEnd.SERVICE, SchemaHash.NONE, 1, kind), deadline, ARGUMENTS, 0, 1);
        items(new Taker());
        if (kind.streamsRequest()) {
            addItem(new byte[] {1});
            addItem(new byte[100_000]);
            endItems();
        }
    }

    int ends() {
        return ends;
    }

    @Override
    protected void replied(byte[] body, int bodyOffset, int bodyLength) {
        ends++;
    }

    @Override
    protected void declaredError(int number, byte[] body, int bodyOffset, int bodyLength) {
        ends++;
    }

    @Override
    protected void failed(CallFailure failure) {
        ends++;
    }

    @Override
    protected void sent() {
        ends++;
    }
}
