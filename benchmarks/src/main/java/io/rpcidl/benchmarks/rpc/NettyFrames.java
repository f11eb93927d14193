package io.rpcidl.benchmarks.rpc;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.StructCodec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Frames of the yardstick: a length of what follows, a call's id, a kind, then a message. */
abstract class NettyFrames extends ChannelInboundHandlerAdapter {
    static final int SMALL = 0;
    static final int MEDIA = 1;
    static final int BLOB = 2;
    static final int GIVE = 3;
    static final int TAKE = 4;
    static final int ECHO = 5;
    static final int ITEM_SMALL = 6;
    static final int ITEM_BLOB = 7;
    static final int END = 8;
    static final int HOLD = 9;

    private static final int HEAD = 9;
    private static final int FIRST = 64 * 1_024;

    private final Encoder encoder = new Encoder();
    private final Decoder decoder = new Decoder();
    private byte[] in = new byte[FIRST];
    private int have;
    private @Nullable ByteBuf out;
    private @Nullable ChannelHandlerContext context;

    /** A frame is here; its message is {@code octets[offset .. offset + length)}. */
    abstract void frame(int id, int kind, byte[] octets, int offset, int length);

    /** The end of a read pass, before what it has led to is flushed. */
    void passEnds() {}

    /** There is room for output again. */
    void writable() {}

    final ChannelHandlerContext context() {
        ChannelHandlerContext known = context;
        if (known == null) {
            throw new IllegalStateException("the connection is not open yet");
        }
        return known;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public final void channelRead(ChannelHandlerContext unused, Object message) {
        ByteBuf received = (ByteBuf) message;
        int count = received.readableBytes();
        if (have + count > in.length) {
            in = Arrays.copyOf(in, Math.max(2 * in.length, have + count));
        }
        received.readBytes(in, have, count);
        received.release();
        have += count;
        cut();
    }

    private void cut() {
        int at = 0;
        while (have - at >= 4) {
            int length = number(at);
            if (have - at - 4 < length) {
                break;
            }
            frame(number(at + 4), in[at + 8], in, at + HEAD, length - 5);
            at += 4 + length;
        }
        if (at > 0) {
            System.arraycopy(in, at, in, 0, have - at);
            have -= at;
        }
    }

    private int number(int at) {
        return (in[at] & 0xFF) << 24 | (in[at + 1] & 0xFF) << 16 | (in[at + 2] & 0xFF) << 8 | (in[at + 3] & 0xFF);
    }

    @Override
    public final void channelReadComplete(ChannelHandlerContext unused) {
        passEnds();
        flush();
    }

    @Override
    public final void channelWritabilityChanged(ChannelHandlerContext changed) {
        if (changed.channel().isWritable()) {
            writable();
            flush();
        }
    }

    /** Sends all that was written. */
    final void flush() {
        ByteBuf full = out;
        if (full != null) {
            out = null;
            var unused = context().writeAndFlush(full, context().voidPromise());
        }
    }

    /** How much was written and not flushed. */
    final int pending() {
        return out == null ? 0 : out.readableBytes();
    }

    final <T> T decode(StructCodec<T> codec, byte[] octets, int offset, int length) {
        decoder.reset(octets, offset, length);
        return codec.readMessage(decoder);
    }

    final <T> void write(int id, int kind, StructCodec<T> codec, T value) {
        encoder.reset();
        codec.writeMessage(encoder, value);
        write(id, kind, encoder.array(), encoder.size());
    }

    final void write(int id, int kind, byte[] octets, int length) {
        ByteBuf buffer = out;
        if (buffer == null) {
            buffer = context().alloc().directBuffer(Math.max(4 * 1_024, length + HEAD));
            out = buffer;
        }
        buffer.writeInt(length + 5);
        buffer.writeInt(id);
        buffer.writeByte(kind);
        buffer.writeBytes(octets, 0, length);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        var unused = failed.close();
    }
}
