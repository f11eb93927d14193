package io.rpcidl.samples.etcd.server;

import java.lang.System.Logger.Level;

/** Runs a server until the process is told to end. */
public final class Etcd {

    /** Where etcd itself listens for clients. */
    private static final int DEFAULT_PORT = 2379;

    private static final System.Logger LOG = System.getLogger(Etcd.class.getName());

    private Etcd() {}

    /**
     * Listens on loopback.
     *
     * @param arguments the port, or nothing for the port of etcd
     */
    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length == 0 ? DEFAULT_PORT : Integer.parseInt(arguments[0]);
        EtcdServer server = EtcdServer.start(EtcdOptions.DEFAULTS.withPort(port));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close"));
        LOG.log(Level.INFO, "etcd sample listens on port {0,number,#}", server.port());
        server.awaitTermination();
    }
}
