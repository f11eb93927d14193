package io.rpcidl.connection;

import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The messages that go out in more than one frame, one fragment of each in turn. */
final class LargeMessages {

    private final Core core;
    private final ArrayDeque<Rest> turns = new ArrayDeque<>();
    private long replyBytes;

    LargeMessages(Core core) {
        this.core = core;
    }

    /** What is left of a message whose first frame was written. */
    private static final class Rest {

        final int id;
        final byte[] bytes;
        final int end;
        final @Nullable OutgoingCall call;
        int position;

        Rest(int id, byte[] bytes, int position, int end, @Nullable OutgoingCall call) {
            this.id = id;
            this.bytes = bytes;
            this.position = position;
            this.end = end;
            this.call = call;
        }

        boolean abandoned() {
            return call != null && call.state != OutgoingCall.State.SENDING;
        }
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    /** The rest of a request, from this position in the call's array. */
    void addRequest(OutgoingCall call, int position) {
        turns.add(new Rest(call.id, call.arguments, position, call.offset + call.length, call));
    }

    /** The rest of a reply; the array is not copied. */
    void addReply(int id, byte[] bytes) {
        replyBytes += bytes.length;
        turns.add(new Rest(id, bytes, 0, bytes.length, null));
    }

    /** Bytes of replies that wait for their turn. */
    long replyBytes() {
        return replyBytes;
    }

    void clear() {
        replyBytes = 0;
        turns.clear();
    }

    /**
     * Writes the next fragment.
     *
     * @param handed told of each request whose last fragment was written
     * @return false when there was none
     */
    boolean sendNext(RequestHanded handed) {
        Rest rest = turns.poll();
        while (rest != null && rest.abandoned()) {
            rest = turns.poll();
        }
        if (rest == null) {
            return false;
        }
        FrameWriter out = core.output.writer();
        int count = Math.min(core.peer.largestFrame(), rest.end - rest.position);
        out.begin(FrameType.ITEM, rest.id);
        out.buffer().bytes(rest.bytes, rest.position, count);
        rest.position += count;
        replyBytes -= rest.call == null ? count : 0;
        if (rest.position < rest.end) {
            out.finish(FrameHeader.MORE);
            turns.add(rest);
            return true;
        }
        out.finish(FrameHeader.END);
        if (rest.call != null) {
            handed.requestHanded(rest.call);
        }
        return true;
    }

    /** Told when the last frame of a request was written. */
    interface RequestHanded {
        void requestHanded(OutgoingCall call);
    }
}
