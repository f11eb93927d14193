package io.rpcidl.benchmarks.rpc;

import io.rpcidl.benchmarks.codec.Samples;
import io.rpcidl.benchmarks.codec.model.MediaContent;
import io.rpcidl.benchmarks.codec.model.Small;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The server of the yardstick. */
final class NettyServerHandler extends NettyFrames {
    private static final byte[] NOTHING = {};
    private static final int FLUSH = 64 * 1_024;

    /** The one stream that gives items, as far as the socket takes them. */
    private int giving;

    private int left;
    private byte[] item = NOTHING;
    /** Whether items of an upload go back. */
    private boolean echoing;

    @Override
    void frame(int id, int kind, byte[] octets, int offset, int length) {
        switch (kind) {
            case SMALL -> write(id, SMALL, Small.codec(), decode(Small.codec(), octets, offset, length));
            case MEDIA -> write(id, MEDIA, MediaContent.codec(), decode(MediaContent.codec(), octets, offset, length));
            case BLOB -> write(id, BLOB, Arrays.copyOfRange(octets, offset, offset + length), length);
            case GIVE -> {
                ByteBuffer request = ByteBuffer.wrap(octets, offset, length);
                giving = id;
                left = request.getInt();
                item = Message.octets(request.getInt());
                give();
            }
            case TAKE -> echoing = false;
            case ECHO -> echoing = true;
            case ITEM_SMALL -> {
                Small value = decode(Small.codec(), octets, offset, length);
                if (echoing) {
                    write(id, ITEM_SMALL, Small.codec(), value);
                }
            }
            case ITEM_BLOB -> {
                byte[] value = Arrays.copyOfRange(octets, offset, offset + length);
                if (echoing) {
                    write(id, ITEM_BLOB, value, length);
                }
            }
            case HOLD -> {
                int millis = ByteBuffer.wrap(octets, offset, length).getInt();
                var unused = context().executor().schedule(() -> answerHeld(id), millis, TimeUnit.MILLISECONDS);
            }
            default -> write(id, END, NOTHING, 0);
        }
    }

    private void answerHeld(int id) {
        write(id, END, NOTHING, 0);
        flush();
    }

    @Override
    void writable() {
        give();
    }

    private void give() {
        while (left > 0 && context().channel().isWritable()) {
            left--;
            if (item.length == 0) {
                write(giving, ITEM_SMALL, Small.codec(), Samples.SMALL);
            } else {
                write(giving, ITEM_BLOB, item, item.length);
            }
            if (left == 0) {
                write(giving, END, NOTHING, 0);
            }
            if (pending() >= FLUSH) {
                flush();
            }
        }
    }
}
