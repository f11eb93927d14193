package io.rpcidl.connection;

import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.SchemaHash;
import io.rpcidl.value.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A call that remembers how it ended, and refuses to end twice. */
final class TestCall extends OutgoingCall {

    static final CallTarget ECHO = new CallTarget("test.Echo", SchemaHash.NONE, 1, CallKind.UNARY);
    static final CallTarget TELL = new CallTarget("test.Echo", SchemaHash.NONE, 2, CallKind.ONEWAY);

    static final CallTarget COUNT = new CallTarget("test.Echo", SchemaHash.NONE, 3, CallKind.SERVER_STREAM);
    static final CallTarget UPLOAD = new CallTarget("test.Echo", SchemaHash.NONE, 4, CallKind.CLIENT_STREAM);
    static final CallTarget CHAT = new CallTarget("test.Echo", SchemaHash.NONE, 5, CallKind.BIDIRECTIONAL);

    /** reply, declared, failed or sent; null while the call is not over. */
    @Nullable
    String ended;

    byte[] result = new byte[0];
    int number;

    @Nullable
    CallFailure failure;

    Runnable then = () -> {};

    /** The items that came. */
    final RecordingItems items = new RecordingItems(0, new ArrayList<>());

    TestCall(CallTarget target, long deadline, byte[] arguments) {
        super(target, deadline, arguments, 0, arguments.length);
        items(items);
    }

    static TestCall stream(CallTarget target) {
        return new TestCall(target, NO_DEADLINE, new byte[] {0});
    }

    static TestCall echo(String text) {
        return new TestCall(ECHO, NO_DEADLINE, text.getBytes(StandardCharsets.UTF_8));
    }

    static TestCall echo(String text, long deadline) {
        return new TestCall(ECHO, deadline, text.getBytes(StandardCharsets.UTF_8));
    }

    static TestCall echo(int bytes) {
        byte[] arguments = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            arguments[i] = (byte) (i * 31 + (i >> 8));
        }
        return new TestCall(ECHO, NO_DEADLINE, arguments);
    }

    static TestCall tell(String text) {
        return new TestCall(TELL, NO_DEADLINE, text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(result, StandardCharsets.UTF_8);
    }

    @Nullable
    Outcome outcome() {
        return failure == null ? null : failure.outcome();
    }

    @Override
    protected void replied(byte[] body, int bodyOffset, int bodyLength) {
        end("reply");
        result = Arrays.copyOfRange(body, bodyOffset, bodyOffset + bodyLength);
    }

    @Override
    protected void declaredError(int declared, byte[] body, int bodyOffset, int bodyLength) {
        end("declared");
        number = declared;
        result = Arrays.copyOfRange(body, bodyOffset, bodyOffset + bodyLength);
    }

    @Override
    protected void failed(CallFailure how) {
        end("failed");
        failure = how;
        then.run();
    }

    @Override
    protected void sent() {
        end("sent");
    }

    private void end(String how) {
        if (ended != null) {
            throw new AssertionError("the call ended twice: " + ended + ", then " + how);
        }
        ended = how;
    }
}
