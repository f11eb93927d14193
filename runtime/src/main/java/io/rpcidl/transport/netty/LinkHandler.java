package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.rpcidl.transport.LinkAcceptor;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.PeerIdentity;
import io.rpcidl.transport.ProcessIdentity;
import io.rpcidl.transport.TlsException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The one handler of a channel, with TLS the last one: turns Netty's events into those of a {@link LinkListener}. */
final class LinkHandler extends ChannelInboundHandlerAdapter {
    private static final System.Logger LOG = System.getLogger(LinkHandler.class.getName());

    private final NettyLoop loop;
    private final LinkAcceptor acceptor;
    private final Runnable notAdopted;
    private @Nullable NettyLink link;
    private @Nullable LinkListener listener;
    private @Nullable Throwable fault;

    /**
     * @param acceptor is given the link, or, when the loop is closing:
     * @param notAdopted is told that there is none
     */
    LinkHandler(NettyLoop loop, LinkAcceptor acceptor, Runnable notAdopted) {
        this.loop = loop;
        this.acceptor = acceptor;
        this.notAdopted = notAdopted;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        loop.refresh();
        PeerIdentity identity = loop.sockets().identityOf(context.channel());
        open(context.channel(), identity, null);
    }

    /** The connection can be used: at once, or with TLS when its handshake is over. */
    void open(Channel channel, @Nullable PeerIdentity identity, @Nullable TlsGuard guard) {
        String address = identity instanceof ProcessIdentity process
                ? "unix socket, " + process
                : String.valueOf(channel.remoteAddress());
        NettyLink opened = new NettyLink(channel, loop, this, new NettyLink.Peer(address, identity, guard));
        if (!loop.adopt(opened)) {
            opened.closeNow();
            notAdopted.run();
            return;
        }
        link = opened;
        listener = acceptor.accept(opened);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        NettyLink current = link;
        if (event instanceof SslCloseCompletionEvent end && current != null && !current.ended()) {
            if (end.isSuccess()) {
                current.closeNow(); // the peer has said farewell, which is to TLS what a FIN is to TCP
            } else if (fault == null) {
                fault = new TlsException(
                        TlsException.Reason.CUT, "the connection was cut: it ended without the farewell of TLS", null);
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf received = (ByteBuf) message;
        try {
            LinkListener current = listener;
            if (current != null && link != null && !link.ended()) {
                loop.refresh();
                int length = received.readableBytes();
                byte[] lent = loop.lentArray(length);
                received.readBytes(lent, 0, length);
                current.received(lent, 0, length);
            }
        } finally {
            received.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (listener != null && link != null && !link.ended()) {
            listener.readCompleted();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (listener != null && link != null && !link.ended()) {
            loop.refresh();
            listener.writabilityChanged();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        NettyLink closed = link;
        if (closed == null) {
            return;
        }
        loop.refresh();
        try {
            if (listener != null) {
                listener.closed(closed.settle(fault, loop.sockets().writes()));
            }
        } finally {
            closed.released();
            listener = null;
            loop.forget(closed);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
        Throwable cause = thrown instanceof DecoderException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (!(cause instanceof IOException)) {
            LOG.log(System.Logger.Level.ERROR, "a link is reset because its listener failed", cause);
        }
        fault = fault == null ? cause : fault;
        if (link != null) {
            link.reset();
        } else {
            ChannelFuture unused = context.close();
        }
    }

    /** The socket has taken {@code total} bytes. */
    void taken(long total) {
        if (listener != null) {
            loop.refresh();
            listener.taken(total);
        }
    }

    /** A write failed: the link is of no more use. */
    void writeFailed(Throwable cause) {
        fault = fault == null ? cause : fault;
    }
}
