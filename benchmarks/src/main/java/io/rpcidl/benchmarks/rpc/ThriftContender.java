package io.rpcidl.benchmarks.rpc;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Set;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.server.TServer;
import org.apache.thrift.server.TThreadPoolServer;
import org.apache.thrift.transport.TServerSocket;
import org.apache.thrift.transport.layered.TFastFramedTransport;

/**
 * Thrift's thread pool server, its best for blocking callers, with the compact protocol in frames, and a connection for each
 * calling thread. Thrift's compiler is no artifact of Maven Central: what it would write is written by hand.
 */
final class ThriftContender implements Contender {
    private static final int BACKLOG = 1_024;

    @Override
    public String name() {
        return "thrift";
    }

    @Override
    public String description() {
        return "Thrift's TThreadPoolServer, compact protocol, a connection and a server thread for each calling thread";
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.of(Ability.BLOCKING);
    }

    @Override
    public ServerSide serve() throws Exception {
        TServerSocket socket = new TServerSocket(new TServerSocket.ServerSocketTransportArgs()
                .bindAddr(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .backlog(BACKLOG));
        TServer server = new TThreadPoolServer(new TThreadPoolServer.Args(socket)
                .processor(new ThriftEcho.Processor())
                .minWorkerThreads(1)
                .maxWorkerThreads(BACKLOG)
                .transportFactory(new TFastFramedTransport.Factory())
                .protocolFactory(new TCompactProtocol.Factory()));
        Thread thread = new Thread(server::serve, "thrift-accept");
        thread.setDaemon(true);
        thread.start();
        return new ServerSide() {
            @Override
            public int port() {
                return socket.getServerSocket().getLocalPort();
            }

            @Override
            public void close() {
                server.stop();
            }
        };
    }

    @Override
    public ClientSide connect(int port) {
        return new ThriftEcho.Client(RpcidlContender.LOOPBACK, port);
    }
}
