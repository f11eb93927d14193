package io.rpcidl.resolve;

import io.rpcidl.transport.Endpoint;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finds all addresses of one host, IPv4 and IPv6 in turn, beginning with the kind that the system puts first.
 *
 * <p>Look-ups block, so they run on an executor, one at a time for each client.
 */
public final class DnsResolver implements Resolver {
    private static final Duration FRESH_FOR = Duration.ofSeconds(30);

    private final Endpoint endpoint;
    private final Lookup lookup;
    private final Executor executor;

    private DnsResolver(Endpoint endpoint, Lookup lookup, Executor executor) {
        this.endpoint = endpoint;
        this.lookup = lookup;
        this.executor = executor;
    }

    /** Finds the host of {@code endpoint} with the JDK's resolver, on a daemon thread for each look-up. */
    public static DnsResolver of(Endpoint endpoint) {
        return of(endpoint, host -> Arrays.asList(InetAddress.getAllByName(host)), DnsResolver::onThreadOfItsOwn);
    }

    /**
     * Finds the host of {@code endpoint} with another look-up.
     *
     * @param executor where look-ups run, which may block
     */
    public static DnsResolver of(Endpoint endpoint, Lookup lookup, Executor executor) {
        return new DnsResolver(endpoint, lookup, executor);
    }

    /** Finds the addresses of a host. */
    @FunctionalInterface
    public interface Lookup {
        /** All addresses of {@code host}; may block. */
        List<InetAddress> lookUp(String host) throws UnknownHostException;
    }

    private static void onThreadOfItsOwn(Runnable work) {
        Thread thread = new Thread(work, "rpcidl-resolve");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String target() {
        return endpoint.toString();
    }

    @Override
    public Duration freshFor() {
        return FRESH_FOR;
    }

    @Override
    public Watch watch(Listener listener) {
        Lookups lookups = new Lookups(listener);
        lookups.refresh();
        return lookups;
    }

    /** IPv4 and IPv6 in turn, each kind in its own order, beginning with the kind of the first. */
    static List<InetAddress> interleaved(List<InetAddress> found) {
        List<InetAddress> first = new ArrayList<>();
        List<InetAddress> second = new ArrayList<>();
        for (InetAddress address : found) {
            boolean likeTheFirst = address instanceof Inet6Address == found.get(0) instanceof Inet6Address;
            (likeTheFirst ? first : second).add(address);
        }
        List<InetAddress> inTurn = new ArrayList<>(found.size());
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            if (i < first.size()) {
                inTurn.add(first.get(i));
            }
            if (i < second.size()) {
                inTurn.add(second.get(i));
            }
        }
        return inTurn;
    }

    /** The look-ups of one client. */
    private final class Lookups implements Watch {
        private final Listener listener;
        private final AtomicBoolean underWay = new AtomicBoolean();
        private volatile boolean closed;

        Lookups(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void refresh() {
            if (closed || !underWay.compareAndSet(false, true)) {
                return;
            }
            try {
                executor.execute(this::look);
            } catch (RejectedExecutionException full) {
                underWay.set(false);
                listener.failed(full);
            }
        }

        private void look() {
            List<Endpoint> found;
            try {
                found = interleaved(lookup.lookUp(endpoint.host())).stream()
                        .distinct()
                        .limit(MOST_ADDRESSES)
                        .map(endpoint::at)
                        .toList();
            } catch (UnknownHostException | RuntimeException failure) {
                underWay.set(false);
                tellOfFailure(failure);
                return;
            }
            underWay.set(false);
            if (!closed) {
                listener.resolved(found);
            }
        }

        private void tellOfFailure(Exception failure) {
            if (!closed) {
                listener.failed(
                        failure instanceof UnknownHostException
                                ? new UnknownHostException("no address is known for host " + endpoint.host())
                                : failure);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
