package io.rpcidl.connection;

import io.rpcidl.frame.ErrorHead;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.ReplyHead;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.RpcCode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes REPLY and ERROR. */
final class ReplySender {

    private final Core core;

    ReplySender(Core core) {
        this.core = core;
    }

    void reply(IncomingCall call, byte[] body, int offset, int length) {
        FrameWriter out = core.output.writer();
        out.begin(FrameType.REPLY, call.id);
        ReplyHead.write(out.buffer(), call.queueMicros(core.now), call.handlerMicros(core.now), call.answerMetadata());
        body(out, call, body, offset, length);
    }

    void declaredError(IncomingCall call, int number, byte[] body, int offset, int length) {
        FrameWriter out = core.output.writer();
        int queue = call.queueMicros(core.now);
        int handler = call.handlerMicros(core.now);
        out.begin(FrameType.ERROR, call.id);
        new ErrorHead(queue, handler, true, false, number, 0, 0, 0, 0, "", metadata(call)).write(out.buffer());
        body(out, call, body, offset, length);
    }

    void error(IncomingCall call, ErrorReply error) {
        FrameWriter out = core.output.writer();
        int queue = call.queueMicros(core.now);
        int handler = call.handlerMicros(core.now);
        boolean passing = error.recovery() == ErrorReply.Recovery.TRANSIENT;
        out.begin(FrameType.ERROR, call.id);
        new ErrorHead(
                        queue,
                        handler,
                        call.dispatched(),
                        passing,
                        ErrorHead.NOT_DECLARED,
                        0,
                        error.code().number(),
                        error.retryAfterMillis(),
                        error.correlation(),
                        error.text(),
                        metadata(call))
                .write(out.buffer());
        out.finish(FrameHeader.END);
    }

    private static @Nullable Bytes metadata(IncomingCall call) {
        byte[] encoded = call.answerMetadata();
        return encoded == null ? null : Bytes.of(encoded);
    }

    /** Refuses a call that never became one here. */
    void refuse(int id, RpcCode code, String text) {
        FrameWriter out = core.output.writer();
        boolean passing = code == RpcCode.OVERLOADED || code == RpcCode.DRAINING;
        out.begin(FrameType.ERROR, id);
        new ErrorHead(0, 0, false, passing, ErrorHead.NOT_DECLARED, 0, code.number(), 0, 0, text, null)
                .write(out.buffer());
        out.finish(FrameHeader.END);
    }

    private void body(FrameWriter out, IncomingCall call, byte[] body, int offset, int length) {
        int room = core.peer.largestFrame() - out.payloadLength();
        if (length <= room) {
            out.buffer().bytes(body, offset, length);
            out.finish(FrameHeader.END);
            return;
        }
        out.buffer().u32(length);
        if (call.answerStays && offset + length == body.length) {
            out.lend(body, offset, room - 4);
            out.finish(FrameHeader.MORE);
            core.largeMessages.addReply(call.id, body, offset + room - 4);
            return;
        }
        out.buffer().bytes(body, offset, room - 4);
        out.finish(FrameHeader.MORE);
        byte[] rest = Arrays.copyOfRange(body, offset + room - 4, offset + length);
        core.largeMessages.addReply(call.id, rest, 0);
    }
}
