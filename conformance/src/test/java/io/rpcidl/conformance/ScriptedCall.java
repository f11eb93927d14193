package io.rpcidl.conformance;

import io.rpcidl.connection.CallFailure;
import io.rpcidl.connection.CallTarget;
import io.rpcidl.connection.OutgoingCall;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that a transcript makes; how it ends becomes an event. */
final class ScriptedCall extends OutgoingCall {

    private static final int MOST_HEX = 300;

    private final String name;
    private final List<String> events;

    ScriptedCall(String name, List<String> events, CallTarget target, long deadline, byte[] arguments) {
        super(target, deadline, arguments, 0, arguments.length);
        this.name = name;
        this.events = events;
    }

    ScriptedCall with(ScriptedItems items) {
        items(items);
        return this;
    }

    ScriptedCall with(byte[] metadata) {
        metadata(metadata);
        return this;
    }

    @Override
    protected void replied(byte[] body, int bodyOffset, int bodyLength) {
        events.add(name + " replied " + HexFormat.of().formatHex(body, bodyOffset, bodyOffset + bodyLength)
                + words(answerMetadata()));
    }

    /** How metadata shows in events. */
    static String words(byte @Nullable [] metadata) {
        if (metadata == null) {
            return "";
        }
        return " metadata "
                + (metadata.length > MOST_HEX
                        ? metadata.length + " octets"
                        : HexFormat.of().formatHex(metadata));
    }

    @Override
    protected void declaredError(int number, byte[] body, int bodyOffset, int bodyLength) {
        events.add(name + " declared " + number + " "
                + HexFormat.of().formatHex(body, bodyOffset, bodyOffset + bodyLength)
                + words(answerMetadata()));
    }

    @Override
    protected void failed(CallFailure failure) {
        events.add(name + " failed " + failure.outcome() + " " + failure.code() + words(answerMetadata()));
    }

    @Override
    protected void sent() {
        events.add(name + " sent");
    }
}
