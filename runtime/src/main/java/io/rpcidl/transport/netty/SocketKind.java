package io.rpcidl.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/** Which of the operating system's interfaces the sockets use. */
enum SocketKind {
    EPOLL {
        @Override
        IoHandlerFactory ioHandlers() {
            return EpollIoHandler.newFactory();
        }

        @Override
        ChannelFactory<Channel> channels() {
            return EpollSocketChannel::new;
        }

        @Override
        ChannelFactory<ServerChannel> serverChannels() {
            return EpollServerSocketChannel::new;
        }
    },
    NIO {
        @Override
        IoHandlerFactory ioHandlers() {
            return NioIoHandler.newFactory();
        }

        @Override
        ChannelFactory<Channel> channels() {
            return NioSocketChannel::new;
        }

        @Override
        ChannelFactory<ServerChannel> serverChannels() {
            return NioServerSocketChannel::new;
        }
    };

    /** Epoll when its native library is there and loads, else the JDK's selectors. */
    static SocketKind best() {
        return Epoll.isAvailable() ? EPOLL : NIO;
    }

    abstract IoHandlerFactory ioHandlers();

    abstract ChannelFactory<Channel> channels();

    abstract ChannelFactory<ServerChannel> serverChannels();
}
