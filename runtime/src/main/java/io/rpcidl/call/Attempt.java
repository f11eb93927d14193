package io.rpcidl.call;

import org.jspecify.annotations.Nullable;

/** A further attempt at a call, beside or after the first one. */
final class Attempt extends CarriedCall {
    private final ClientCall<?, ?> call;
    private @Nullable LinkedConnection avoided;

    /**
     * An attempt that is not submitted yet.
     *
     * @param avoided the connection that it had better not take, or null
     */
    Attempt(ClientCall<?, ?> call, @Nullable LinkedConnection avoided) {
        super(call);
        this.call = call;
        this.avoided = avoided;
        if (call instanceof StreamCall<?, ?, ?> streaming) {
            items(streaming);
        }
    }

    @Override
    ClientCall<?, ?> call() {
        return call;
    }

    /** The connection that it had better not take, or null; asked once. */
    @Nullable
    LinkedConnection takeAvoided() {
        LinkedConnection connection = avoided;
        avoided = null;
        return connection;
    }

    @Override
    protected void replied(byte[] bytes, int offset, int length) {
        call.replied(this, bytes, offset, length);
    }

    @Override
    protected void declaredError(int number, byte[] bytes, int offset, int length) {
        call.declaredError(this, number, bytes, offset, length);
    }

    @Override
    protected void sent() {
        call.sent(this);
    }
}
