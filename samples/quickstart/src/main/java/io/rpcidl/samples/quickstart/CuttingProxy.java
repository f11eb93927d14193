package io.rpcidl.samples.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A wire between a client and a server on this machine that can be cut. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final List<Socket> sockets = new ArrayList<>();

    /** Passes on to the port {@code target} what is sent to {@link #port()}. */
    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        start("accept", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts every connection, as a pulled plug does: nothing is sent that was not sent yet, and no new connection is made. */
    synchronized void cut() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(listener.getInetAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            if (!keep(client, server)) {
                return;
            }
            start("requests", () -> client.getInputStream().transferTo(server.getOutputStream()));
            start("replies", () -> server.getInputStream().transferTo(client.getOutputStream()));
        }
    }

    /** False when the wire was cut meanwhile: who waits in accept may still be given a connection then. */
    private synchronized boolean keep(Socket client, Socket server) throws IOException {
        if (listener.isClosed()) {
            client.close();
            server.close();
            return false;
        }
        sockets.addAll(List.of(client, server));
        return true;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException cut) {
                        // A socket was closed under the thread, and with it the thread's work is done.
                    }
                },
                "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
