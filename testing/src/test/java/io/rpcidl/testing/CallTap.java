package io.rpcidl.testing;

import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.ForwardingLink;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Listener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what the client wrote, what its transport said was taken, and what it read: all that a caller can know. */
final class CallTap implements Transport {
    private final Transport transport;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private volatile long taken;
    private volatile int connections;
    private volatile boolean lost;

    CallTap(Transport transport) {
        this.transport = transport;
    }

    synchronized int written() {
        return written.size();
    }

    synchronized int read() {
        return read.size();
    }

    long taken() {
        return taken;
    }

    int connections() {
        return connections;
    }

    boolean lost() {
        return lost;
    }

    /** Where the request of the call ends in what was written; beyond all of it when its end was not. */
    synchronized long endOfRequest(long call) {
        byte[] bytes = written.toByteArray();
        for (int at = 0; at + FrameHead.HEADER <= bytes.length; ) {
            FrameHead frame = frame(bytes, at);
            at += FrameHead.HEADER + frame.length();
            boolean request = frame.type() == FrameHead.CALL || frame.type() == FrameHead.ITEM;
            if (request && frame.callId() == call && !frame.more()) {
                return at;
            }
        }
        return Long.MAX_VALUE;
    }

    /** Where the first frame of the call's answer ends in what was read; beyond all of it when it was not. */
    synchronized long endOfAnswersHead(long call) {
        byte[] bytes = read.toByteArray();
        for (int at = 0; at + FrameHead.HEADER <= bytes.length; ) {
            FrameHead frame = frame(bytes, at);
            at += FrameHead.HEADER + frame.length();
            boolean answer = frame.type() == FrameHead.REPLY || frame.type() == FrameHead.ERROR;
            if (answer && frame.callId() == call) {
                return at;
            }
        }
        return Long.MAX_VALUE;
    }

    /** Where the frames end in what was written, or in what was read. */
    synchronized List<Integer> endsOfFrames(boolean inWritten) {
        byte[] bytes = (inWritten ? written : read).toByteArray();
        List<Integer> ends = new ArrayList<>();
        for (int at = 0; at + FrameHead.HEADER <= bytes.length; ) {
            at += FrameHead.HEADER + frame(bytes, at).length();
            ends.add(at);
        }
        return ends;
    }

    private static FrameHead frame(byte[] bytes, int at) {
        return new FrameHead(Arrays.copyOfRange(bytes, at, at + FrameHead.HEADER));
    }

    @Override
    public RpcClock clock() {
        return transport.clock();
    }

    @Override
    public Loop loop() {
        return transport.loop();
    }

    @Override
    public void connect(Loop loop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        transport.connect(loop, endpoint, timeout, new ConnectListener() {
            @Override
            public LinkListener connected(Link link) {
                connections++;
                return new Ear(listener.connected(new Tapped(link)));
            }

            @Override
            public void failed(Throwable cause) {
                listener.failed(cause);
            }
        });
    }

    @Override
    public Listener listen(Endpoint endpoint, LinkAcceptor acceptor) throws IOException {
        return transport.listen(endpoint, acceptor);
    }

    @Override
    public void close() {
        transport.close();
    }

    private final class Ear implements LinkListener {
        private final LinkListener listener;

        Ear(LinkListener listener) {
            this.listener = listener;
        }

        @Override
        public void received(byte[] bytes, int offset, int length) {
            synchronized (CallTap.this) {
                read.write(bytes, offset, length);
            }
            listener.received(bytes, offset, length);
        }

        @Override
        public void readCompleted() {
            listener.readCompleted();
        }

        @Override
        public void taken(long total) {
            taken = total;
            listener.taken(total);
        }

        @Override
        public void writabilityChanged() {
            listener.writabilityChanged();
        }

        @Override
        public void closed(@Nullable Throwable cause) {
            lost = true;
            listener.closed(cause);
        }
    }

    private final class Tapped extends ForwardingLink {
        Tapped(Link link) {
            super(link);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            synchronized (CallTap.this) {
                written.write(bytes, offset, length);
            }
            super.write(bytes, offset, length);
        }
    }
}
