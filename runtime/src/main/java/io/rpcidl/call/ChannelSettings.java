package io.rpcidl.call;

import io.rpcidl.balance.Balancer;
import io.rpcidl.resolve.Resolver;
import io.rpcidl.retry.Backoff;
import io.rpcidl.retry.RetryPolicy;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a client finds, connects to and chooses among its servers, and what it does when a call fails there.
 *
 * @param resolver where the servers are
 * @param balancer which of them takes a call
 * @param beginning when it connects
 * @param reconnect how long it waits after a failed attempt to connect
 * @param retries how often it tries a call again
 * @param health whether servers are asked how they are; null when they are not
 * @param random for waits and choices; used on the client's loop only
 */
public record ChannelSettings(
        Resolver resolver,
        Balancer.Factory balancer,
        Beginning beginning,
        Backoff reconnect,
        RetryPolicy retries,
        @Nullable PeerHealth health,
        RandomGenerator random) {
    /** When a client connects. */
    public enum Beginning {
        /** With the first call, and again with the next call after a connection was lost. */
        LAZY,
        /** When it is built, and again as soon as a connection was lost. */
        EAGER
    }
}
