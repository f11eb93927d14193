package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelProgressiveFuture;
import io.netty.channel.ChannelProgressiveFutureListener;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.transport.TlsException;
import io.rpcidl.transport.TlsException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * Between the socket and TLS: bounds what a peer may do before its handshake is over, and counts the records that the socket
 * takes.
 *
 * <p>A server makes an engine with the first octets of a peer, so that a connection that says nothing costs next to nothing.
 */
final class TlsGuard extends ChannelDuplexHandler {
    /** What a peer may send before its handshake is over: hello, certificates, and what answers them. */
    private static final int MOST_BEFORE_OPEN = 65_536;

    private static final int HANDSHAKE_RECORD = 22;
    private static final int ALERT_RECORD = 21;
    private static final int FRAME_TYPE = 3;
    private static final int HELLO = 1;
    private static final int DRAIN = 12;
    private static final int INTERNAL = 6;
    private static final String NAME = "tls";
    private static final long LINGER_MILLIS = 2_000;

    private final NettyLoop loop;
    private final TlsTerms terms;
    private final RecordOffsets offsets = new RecordOffsets();
    private @Nullable ChannelHandlerContext context;
    private @Nullable SSLEngine engine;
    private @Nullable SslHandler handler;
    private @Nullable LoopTimer limit;
    private long recordsTaken;
    private long recordTaken;
    private int receivedBeforeOpen;
    private boolean counted;
    private boolean open;
    private boolean peerSpoke;
    private boolean discarding;

    /** Who began. */
    enum Role {
        CLIENT,
        SERVER
    }

    TlsGuard(NettyLoop loop, TlsTerms terms) {
        this.loop = loop;
        this.terms = terms;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        loop.refresh();
        if (!loop.adopt(this)) {
            refuse(new TlsException(Reason.CUT, "the transport was closed", null));
            closeNow();
            return;
        }
        if (terms.role() == Role.SERVER) {
            counted = terms.side().handshakeBegins();
            if (!counted) {
                refuse(new TlsException(Reason.BUSY, "too many TLS handshakes are under way", null));
                closeNow();
                return;
            }
        }
        limit = loop.schedule(
                loop.now() + terms.limitNanos(),
                () -> fail(new TlsException(
                        Reason.TIMEOUT,
                        "the TLS handshake took longer than " + TimeUnit.NANOSECONDS.toMillis(terms.limitNanos())
                                + " milliseconds",
                        null)));
        if (terms.role() == Role.CLIENT) {
            install(active);
        }
        active.fireChannelActive();
    }

    private boolean install(ChannelHandlerContext active) {
        try {
            SSLEngine made = terms.side().engines(loop.now()).engine(active.alloc(), terms.host());
            RecordEngine records = new RecordEngine(made, offsets, this::peerSpoke);
            SslHandler installed = new SslHandler(records);
            installed.setHandshakeTimeoutMillis(0); // the guard has its own limit, which begins earlier
            installed.setCloseNotifyFlushTimeoutMillis(LINGER_MILLIS);
            TlsOpening next = new TlsOpening(loop, terms, this, records);
            engine = made;
            handler = installed;
            active.pipeline().addAfter(active.name(), NAME, installed).addAfter(NAME, null, next);
            return true;
        } catch (IOException | IllegalArgumentException unusable) {
            fail(TlsFailures.of(unusable, terms.role()));
            return false;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        ByteBuf received = (ByteBuf) message;
        if (discarding || (!open && !mayGoOn(reading, received))) {
            received.release();
            return;
        }
        reading.fireChannelRead(received);
    }

    /** Looks at what comes before the handshake is over; false when it ends there. */
    private boolean mayGoOn(ChannelHandlerContext reading, ByteBuf received) {
        boolean first = receivedBeforeOpen == 0;
        receivedBeforeOpen += received.readableBytes();
        if (receivedBeforeOpen > MOST_BEFORE_OPEN) {
            fail(new TlsException(
                    Reason.EXCESS,
                    "the peer sent more than " + MOST_BEFORE_OPEN + " octets before its handshake was over",
                    null));
            return false;
        }
        if (!first || !received.isReadable()) {
            return true;
        }
        if (!beginsTls(received)) {
            refusePlaintext(reading, received);
            return false;
        }
        return terms.role() == Role.CLIENT || install(reading);
    }

    private static boolean beginsTls(ByteBuf received) {
        int type = received.getUnsignedByte(received.readerIndex());
        boolean versioned = received.readableBytes() < 2 || received.getUnsignedByte(received.readerIndex() + 1) == 3;
        return versioned && (type == HANDSHAKE_RECORD || type == ALERT_RECORD);
    }

    /** A client that speaks this protocol without TLS is told so in a way that it understands (W-17.9). */
    private void refusePlaintext(ChannelHandlerContext reading, ByteBuf received) {
        int start = received.readerIndex();
        boolean hello = received.readableBytes() > FRAME_TYPE && received.getByte(start + FRAME_TYPE) == HELLO;
        if (terms.role() == Role.SERVER && hello) {
            ChannelFuture unused = reading.writeAndFlush(tlsIsWanted());
        }
        fail(new TlsException(
                Reason.NOT_TLS,
                terms.role() == Role.CLIENT
                        ? "the server does not speak TLS on this port; nothing of the call was sent to it"
                        : "the client does not speak TLS",
                null));
    }

    private static ByteBuf tlsIsWanted() {
        byte[] text = "this server wants TLS; don't ask for plaintext()".getBytes(StandardCharsets.US_ASCII);
        ByteBuf drain = Unpooled.buffer();
        int payload = 4 + 1 + 4 + 1 + text.length;
        drain.writeIntLE(payload | (DRAIN << 24)).writeIntLE(0);
        return drain.writeIntLE(0)
                .writeByte(INTERNAL)
                .writeIntLE(0)
                .writeByte(text.length)
                .writeBytes(text);
    }

    /** There will be no link: says why, with a farewell of TLS where one is possible. */
    void fail(TlsException failure) {
        if (refuse(failure) && context != null) {
            ChannelFuture unused = context.pipeline().close();
        }
    }

    /** Likewise, when TLS itself has failed and still has an alert to send. */
    void failed(TlsException failure) {
        if (refuse(failure) && context != null) {
            ChannelHandlerContext own = context;
            loop.executeIfOpen(() -> {
                ChannelFuture unused = own.pipeline().close();
            });
        }
    }

    private boolean refuse(TlsException failure) {
        if (open || discarding) {
            return false;
        }
        discarding = true;
        handshakeEnds();
        terms.failed().accept(failure);
        return true;
    }

    private void handshakeEnds() {
        cancelLimit();
        if (counted) {
            counted = false;
            terms.side().handshakeEnds();
        }
    }

    /** The handshake is over. */
    void opened() {
        open = true;
        handshakeEnds();
    }

    /** Ends the sending direction with a farewell (W-17.8), and what is still received is dropped. */
    ChannelFuture endOutput() {
        discarding = true;
        SslHandler installed = handler;
        if (installed == null) {
            throw new IllegalStateException("a link is not open before its handshake is over");
        }
        return installed.closeOutbound();
    }

    /** Ends the connection without a word of TLS. */
    void closeNow() {
        discarding = true;
        if (context != null) {
            ChannelFuture unused = context.close();
        }
    }

    /** Closes the channel at once, past everything that would still say or wait for something. */
    void abandon() {
        if (context != null) {
            Channel.Unsafe channel = context.channel().unsafe();
            channel.close(channel.voidPromise());
        }
    }

    /**
     * The connection has ended; {@code fault} may tell that the peer has looked at nothing that was sent.
     *
     * @return the fault, in better words where there are some
     */
    @Nullable
    Throwable ended(@Nullable Throwable fault, boolean allMayBeTaken) {
        if (allMayBeTaken) {
            offsets.taken(offsets.written());
        }
        if (terms.role() == Role.CLIENT && !peerSpoke && fault != null && TlsFailures.refusesHandshake(fault)) {
            return TlsFailures.of(fault, Role.CLIENT);
        }
        if (offsets.plainTaken() > 0) {
            terms.links().taken(offsets.plainTaken());
        }
        return fault;
    }

    /**
     * What a client has sent is known to be looked at once the server's application has said something: with TLS 1.3 a client
     * is through before the server has looked at its certificate, and a server that refuses that looks at nothing else.
     */
    private void peerSpoke() {
        peerSpoke = true;
        if (offsets.plainTaken() > 0) {
            terms.links().taken(offsets.plainTaken());
        }
    }

    @Override
    public void write(ChannelHandlerContext writing, Object message, ChannelPromise promise) {
        ChannelFuture unused =
                writing.write(message, writing.newProgressivePromise().addListener(new Count(promise)));
    }

    /**
     * A server that lets a peer not in ends its side and drops what comes until the peer has ended too: a reset could destroy
     * the alert that says why.
     */
    @Override
    public void close(ChannelHandlerContext closing, ChannelPromise promise) {
        boolean lingers =
                terms.role() == Role.SERVER && !open && closing.channel().isActive();
        if (!lingers || !(closing.channel() instanceof DuplexChannel duplex) || duplex.isOutputShutdown()) {
            ChannelFuture unused = closing.close(promise);
            return;
        }
        discarding = true;
        closing.flush();
        ChannelFuture unused = duplex.shutdownOutput();
        duplex.config().setAutoRead(true);
        loop.schedule(loop.now() + TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS), () -> {
            ChannelFuture unusedEnd = closing.close(promise);
        });
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        loop.refresh();
        inactive.fireChannelInactive();
        refuse(new TlsException(Reason.CUT, "the connection ended before the TLS handshake was over", null));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        handshakeEnds();
        ReferenceCountUtil.release(engine);
        loop.forget(this);
    }

    private void cancelLimit() {
        if (limit != null) {
            limit.cancel();
            limit = null;
        }
    }

    /** Sums up what the socket takes of records, which are written in order, and passes the end on. */
    private final class Count implements ChannelProgressiveFutureListener {
        private final ChannelPromise promise;

        Count(ChannelPromise promise) {
            this.promise = promise;
        }

        @Override
        public void operationProgressed(ChannelProgressiveFuture future, long done, long total) {
            recordTaken = done;
            boolean more = offsets.taken(recordsTaken + done);
            if (more && (peerSpoke || terms.role() == Role.SERVER)) {
                terms.links().taken(offsets.plainTaken());
            }
        }

        @Override
        public void operationComplete(ChannelProgressiveFuture future) {
            if (future.isSuccess()) {
                recordsTaken += recordTaken;
                recordTaken = 0;
                promise.trySuccess();
            } else {
                promise.tryFailure(future.cause());
            }
        }
    }
}
