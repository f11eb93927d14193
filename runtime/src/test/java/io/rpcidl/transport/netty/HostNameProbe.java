package io.rpcidl.transport.netty;

import static io.rpcidl.transport.TestCertificates.SERVER;

import io.netty.handler.ssl.OpenSsl;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.TestCertificates;
import io.rpcidl.transport.TlsEngine;
import io.rpcidl.transport.TlsException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A program that connects to a server whose certificate is for another host, and prints what came of it for each engine. */
public final class HostNameProbe {
    private HostNameProbe() {}

    public static void main(String[] arguments) throws Exception {
        for (TlsEngine engine : TlsEngine.values()) {
            if (engine == TlsEngine.JDK || OpenSsl.isAvailable()) {
                System.out.println(engine + " " + outcome(engine));
            }
        }
    }

    private static String outcome(TlsEngine engine) throws Exception {
        NettyTransport.Surroundings here = new NettyTransport.Surroundings(
                endpoint -> new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port()), first -> first);
        RecordingListener client = new RecordingListener();
        try (NettyTransport transport = new NettyTransport(RpcClock.system(), 1, SocketKind.NIO, here)) {
            int port = transport
                    .secured(TestCertificates.server(SERVER).engine(engine).build())
                    .listen(new Endpoint("127.0.0.1", 0), new RecordingListener()::opened)
                    .endpoint()
                    .port();
            transport
                    .secured(TestCertificates.client().engine(engine).build())
                    .connect(
                            transport.loop(),
                            new Endpoint("other.test", port),
                            Duration.ofSeconds(60),
                            client.connecting());
            client.link.get(60, TimeUnit.SECONDS);
            return "CONNECTED";
        } catch (ExecutionException failure) {
            return failure.getCause() instanceof TlsException refused
                    ? refused.reason().name()
                    : failure.toString();
        }
    }
}
