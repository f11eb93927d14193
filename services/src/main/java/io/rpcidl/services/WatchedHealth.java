package io.rpcidl.services;

import io.rpcidl.CallOptions;
import io.rpcidl.ConnectionHealth;
import io.rpcidl.RpcChannel;
import io.rpcidl.services.health.Health;
import io.rpcidl.services.health.HealthCheckClient;
import io.rpcidl.services.health.ServingStatus;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Leaves servers out whose {@link HealthService} says that they do not serve: {@code builder.health(WatchedHealth.ofServer())}.
 *
 * <p>Each connection carries one stream, on which the server tells of each change. A server that offers no health service, or
 * does not know the name, counts as serving.
 */
public final class WatchedHealth implements ConnectionHealth {
    private final String service;

    private WatchedHealth(String service) {
        this.service = service;
    }

    /** Watches the servers as a whole. */
    public static WatchedHealth ofServer() {
        return new WatchedHealth("");
    }

    /** Watches one service, by its full name, or whatever else the servers have a status for. */
    public static WatchedHealth of(String service) {
        return new WatchedHealth(Objects.requireNonNull(service, "service"));
    }

    @Override
    public Runnable watch(RpcChannel server, Listener listener) {
        Watching watching = new Watching(listener);
        new HealthCheckClient(server)
                .with(CallOptions.DEFAULT.withoutDeadline())
                .async()
                .watch(service)
                .subscribe(watching);
        return watching::stop;
    }

    /** The stream of one connection. */
    private final class Watching implements Flow.Subscriber<Health> {
        private final Listener listener;
        private Flow.@Nullable Subscription subscription;
        private boolean stopped;

        Watching(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            synchronized (this) {
                subscription = given;
                if (!stopped) {
                    given.request(Long.MAX_VALUE);
                    return;
                }
            }
            given.cancel();
        }

        void stop() {
            Flow.Subscription current;
            synchronized (this) {
                stopped = true;
                current = subscription;
            }
            if (current != null) {
                current.cancel();
            }
        }

        @Override
        public void onNext(Health health) {
            if (health.status().equals(ServingStatus.SERVING)) {
                listener.serving();
            } else {
                listener.notServing((service.isEmpty() ? "the server" : service) + " is " + health.status());
            }
        }

        /** The server has no health to tell of, or the connection is lost, and then nothing depends on it. */
        @Override
        public void onError(Throwable failure) {
            listener.serving();
        }

        /** The server drains, and says so on the connection as well. */
        @Override
        public void onComplete() {}
    }
}
