package io.rpcidl.connection;

import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;

/** The arguments, results and declared errors that go out in more than one frame. */
final class LargeMessages {

    private final Core core;
    private long replyBytes;

    LargeMessages(Core core) {
        this.core = core;
    }

    /** Told when the last frame of a request was written. */
    interface RequestHanded {
        void requestHanded(OutgoingCall call);
    }

    /** The rest of a request, from this position in the call's array. */
    void addRequest(OutgoingCall call, int position, RequestHanded handed) {
        core.turns.add(new Request(call, position, handed));
    }

    /** The rest of a reply, from this position in an array that is not copied. */
    void addReply(int id, byte[] bytes, int position) {
        replyBytes += bytes.length - position;
        core.turns.add(new Reply(id, bytes, position));
    }

    /** Bytes of replies that wait for their turn. */
    long replyBytes() {
        return replyBytes;
    }

    /** What is left of a message whose first frame was written. */
    private abstract class Rest implements Turns.Turn {
        private final byte[] bytes;
        private final int end;
        private int position;

        Rest(byte[] bytes, int position, int end) {
            this.bytes = bytes;
            this.position = position;
            this.end = end;
        }

        /** Writes a piece; returns how long it was. */
        final int piece(int id, int lastFlags) {
            FrameWriter out = core.output.writer();
            int count = Math.min(core.peer.largestFrame(), end - position);
            out.begin(FrameType.ITEM, id);
            out.lend(bytes, position, count);
            position += count;
            out.finish(position < end ? FrameHeader.MORE : lastFlags);
            return count;
        }

        final boolean over() {
            return position == end;
        }
    }

    private final class Request extends Rest {
        private final OutgoingCall call;
        private final RequestHanded handed;

        Request(OutgoingCall call, int position, RequestHanded handed) {
            super(call.arguments, position, call.offset + call.length);
            this.call = call;
            this.handed = handed;
        }

        @Override
        public boolean take() {
            if (call.state != OutgoingCall.State.SENDING) {
                return false; // it was given up
            }
            piece(call.id, call.endOfArguments());
            if (over()) {
                handed.requestHanded(call);
            }
            return !over();
        }
    }

    private final class Reply extends Rest {
        private final int id;

        Reply(int id, byte[] bytes, int position) {
            super(bytes, position, bytes.length);
            this.id = id;
        }

        @Override
        public boolean take() {
            replyBytes -= piece(id, FrameHeader.END);
            return !over();
        }
    }
}
