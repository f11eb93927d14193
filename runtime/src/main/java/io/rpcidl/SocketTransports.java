package io.rpcidl;

import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.SocketApi;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.netty.NettyTransport;

/** Opens transports over sockets, for clients and servers that share one. */
public final class SocketTransports {
    private SocketTransports() {}

    /**
     * A transport for TCP and Unix sockets, with TLS for whoever asks for it. Who opens it closes it, behind its clients and
     * servers.
     *
     * @param api which interface of the operating system is used
     * @param loops how many threads it has, 1 to 1,024
     * @throws IllegalStateException when {@code api} can't be had here; the message says why
     */
    public static Transport open(SocketApi api, int loops) {
        return NettyTransport.withLoops(loops, RpcClock.system(), api);
    }

    /**
     * The same with threads that never sleep: nobody has to be woken for a call, and each thread takes a whole processor, also
     * while nothing is called. It pays where fewer loops spin than there are processors, at both ends; with more, everything
     * becomes slower. Epoll where it is there, else the selectors of the JDK.
     *
     * @param loops how many threads it has, 1 to 1,024
     */
    public static Transport spinning(int loops) {
        return NettyTransport.spinning(loops, RpcClock.system());
    }
}
