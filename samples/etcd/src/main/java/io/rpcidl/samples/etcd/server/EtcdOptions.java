package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.types.ClusterId;
import io.rpcidl.samples.etcd.types.MemberId;
import io.rpcidl.transport.RpcClock;

/**
 * How to run a server.
 *
 * @param host the address to listen on
 * @param port the port, or 0 for any that is free
 * @param quota the octets that keys and values may take, with their history; 0 for no quota
 * @param clock what leases are timed with
 */
public record EtcdOptions(String host, int port, long quota, RpcClock clock) {

    /** Loopback, any free port, the quota of 2 GiB that etcd has, and the clock of the machine. */
    public static final EtcdOptions DEFAULTS = new EtcdOptions("127.0.0.1", 0, 2L << 30, RpcClock.system());

    /** The only member of the only cluster: nothing here tells one server from another. */
    static final Member MEMBER = new Member(new ClusterId(1), new MemberId(1));

    /** These options with another port. */
    public EtcdOptions withPort(int number) {
        return new EtcdOptions(host, number, quota, clock);
    }

    /** These options with another clock. */
    public EtcdOptions withClock(RpcClock other) {
        return new EtcdOptions(host, port, quota, other);
    }
}
