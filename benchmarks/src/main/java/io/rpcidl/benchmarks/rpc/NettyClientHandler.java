package io.rpcidl.benchmarks.rpc;

import io.rpcidl.benchmarks.codec.Samples;
import io.rpcidl.benchmarks.codec.model.MediaContent;
import io.rpcidl.benchmarks.codec.model.Small;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The client of the yardstick: calls from other threads go through one queue that wakes the loop once. */
final class NettyClientHandler extends NettyFrames {
    private static final byte[] NOTHING = {};
    private static final int FLUSH = 64 * 1_024;

    private final ConcurrentLinkedQueue<Request> asked = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Runnable drain = this::drain;
    /** Calls by id. */
    private @Nullable Request[] calls = new @Nullable Request[0x10];

    private int[] freeIds = new int[0x10];
    private int freeCount;
    private @Nullable Request upload;
    private int uploadId;
    private int left;
    private boolean reading;
    /** So that the copy is made. */
    private byte[] lastBlob = NOTHING;

    /** What one call asks and where its answer goes. */
    static final class Request {
        final int kind;
        final Message message;
        final int count;
        final Completion completion;
        final byte[] octets;

        Request(int kind, Message message, int count, Completion completion, byte[] octets) {
            this.kind = kind;
            this.message = message;
            this.count = count;
            this.completion = completion;
            this.octets = octets;
        }
    }

    NettyClientHandler() {
        for (int id = 0; id < calls.length; id++) {
            freeIds[freeCount++] = id;
        }
    }

    void ask(Request request) {
        if (context().executor().inEventLoop()) {
            begin(request);
            if (!reading) {
                flush();
            }
            return;
        }
        asked.add(request);
        if (woken.compareAndSet(false, true)) {
            context().executor().execute(drain);
        }
    }

    private void drain() {
        woken.set(false);
        for (Request request = asked.poll(); request != null; request = asked.poll()) {
            begin(request);
        }
        flush();
    }

    private void begin(Request request) {
        int id = free();
        calls[id] = request;
        switch (request.kind) {
            case SMALL -> write(id, SMALL, Small.codec(), Samples.SMALL);
            case MEDIA -> write(id, MEDIA, MediaContent.codec(), Samples.MEDIA);
            case BLOB -> write(id, BLOB, request.octets, request.octets.length);
            case GIVE, HOLD -> {
                byte[] parameters = ByteBuffer.allocate(8)
                        .putInt(request.count)
                        .putInt(request.message.size())
                        .array();
                write(id, request.kind, parameters, parameters.length);
            }
            default -> {
                write(id, request.kind, NOTHING, 0);
                upload = request;
                uploadId = id;
                left = request.count;
                send(id);
            }
        }
    }

    private int free() {
        if (freeCount == 0) {
            int first = calls.length;
            calls = Arrays.copyOf(calls, 2 * first);
            freeIds = Arrays.copyOf(freeIds, 2 * first);
            for (int id = first; id < calls.length; id++) {
                freeIds[freeCount++] = id;
            }
        }
        return freeIds[--freeCount];
    }

    private void send(int id) {
        Request request = upload;
        while (request != null && left > 0 && context().channel().isWritable()) {
            left--;
            if (request.message.shape() == Message.Shape.SMALL) {
                write(id, ITEM_SMALL, Small.codec(), Samples.SMALL);
            } else {
                write(id, ITEM_BLOB, request.octets, request.octets.length);
            }
            if (left == 0) {
                write(id, END, NOTHING, 0);
                upload = null;
            }
            if (pending() >= FLUSH) {
                flush();
            }
        }
    }

    @Override
    void writable() {
        if (upload != null) {
            send(uploadId);
        }
    }

    @Override
    void frame(int id, int kind, byte[] octets, int offset, int length) {
        reading = true;
        Request request = calls[id];
        if (request == null) {
            throw new IllegalStateException("a frame for the call " + id + ", which is over");
        }
        switch (kind) {
            case SMALL, ITEM_SMALL -> decode(Small.codec(), octets, offset, length);
            case MEDIA -> decode(MediaContent.codec(), octets, offset, length);
            case BLOB, ITEM_BLOB -> lastBlob = Arrays.copyOfRange(octets, offset, offset + length);
            default -> {
                // The end of a stream, or of a call that was held.
            }
        }
        if (kind != ITEM_SMALL && kind != ITEM_BLOB) {
            calls[id] = null;
            freeIds[freeCount++] = id;
            request.completion.done(null);
        }
    }

    byte[] lastBlob() {
        return lastBlob;
    }

    @Override
    void passEnds() {
        reading = false;
    }
}
