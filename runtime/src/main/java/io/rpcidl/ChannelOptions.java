package io.rpcidl;

import io.rpcidl.balance.Balancer;
import io.rpcidl.call.CallPolicy;
import io.rpcidl.call.ChannelSettings;
import io.rpcidl.call.Patience;
import io.rpcidl.call.PeerHealth;
import io.rpcidl.resolve.DnsResolver;
import io.rpcidl.resolve.Resolver;
import io.rpcidl.retry.Backoff;
import io.rpcidl.retry.Hedging;
import io.rpcidl.retry.RetryPolicy;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Transport;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the builder of a client has collected about its servers. */
final class ChannelOptions {
    List<Endpoint> targets = List.of();

    @Nullable
    Resolver resolver;

    Balancer.Factory balancer = Balancer.pickFirst();
    ChannelSettings.Beginning beginning = ChannelSettings.Beginning.LAZY;
    Backoff reconnect = Backoff.RECONNECT;
    RetryPolicy retries = RetryPolicy.DEFAULT;
    Patience patience = Patience.FAIL_FAST;

    @Nullable
    Hedging hedging;

    @Nullable
    ConnectionHealth health;

    @Nullable
    RandomGenerator random;

    /** Whether it is known where the servers are. */
    boolean complete() {
        return resolver != null || !targets.isEmpty();
    }

    ChannelSettings settings(Transport transport) {
        return new ChannelSettings(
                resolver == null ? resolverOfTargets(transport) : resolver,
                balancer,
                beginning,
                reconnect,
                retries,
                health == null ? null : watching(health),
                random == null ? new SplittableRandom() : random);
    }

    /** Several addresses are a list; one host may have several addresses, which the names of a network tell. */
    private Resolver resolverOfTargets(Transport transport) {
        Endpoint only = targets.get(0);
        boolean named = targets.size() == 1 && transport.usesInternetHosts() && !isAddress(only.host());
        return named ? DnsResolver.of(only) : Resolver.of(targets);
    }

    /** No name of a host ends in a label of digits, and none has a colon. */
    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    private static PeerHealth watching(ConnectionHealth health) {
        return (calls, listener) -> health.watch(
                new CallChannel(calls, new ClientInterceptors(List.of()), CallPolicy.ONCE),
                new ConnectionHealth.Listener() {
                    @Override
                    public void serving() {
                        listener.serving();
                    }

                    @Override
                    public void notServing(String why) {
                        listener.notServing(why);
                    }
                });
    }

    CallPolicy policy() {
        return new CallPolicy(patience, retries.attempts(), hedging);
    }
}
