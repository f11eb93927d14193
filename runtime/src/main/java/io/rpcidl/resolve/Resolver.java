package io.rpcidl.resolve;

import io.rpcidl.transport.Endpoint;
import java.time.Duration;
import java.util.List;

/**
 * Knows where the servers of one client are. It may say so once or, whenever that changes, again; it never blocks its caller.
 *
 * <p>A client calls it on its loop and asks again with {@link Watch#refresh} when a connection fails and when what it knows
 * has grown old, while it has calls to make. One resolver may serve several clients at once.
 */
public interface Resolver {
    /** Most addresses that a client takes. */
    int MOST_ADDRESSES = 1_000;

    /** Begins to tell {@code listener} of the addresses, and to look for them. */
    Watch watch(Listener listener);

    /** What the addresses are of, for messages: a host, a list, a name in a registry. */
    String target();

    /** After how long a client that makes calls asks again; zero for: never, the addresses come by themselves or stay. */
    default Duration freshFor() {
        return Duration.ZERO;
    }

    /** These addresses, in this order, for ever. */
    static Resolver of(List<Endpoint> addresses) {
        return new FixedAddresses(addresses);
    }

    /** Told of addresses; any thread, any number of times, until its watch is closed. */
    interface Listener {
        /**
         * The servers are there, in the order in which they should be tried. An empty list, or one of more than {@link
         * #MOST_ADDRESSES}, counts as a failure.
         */
        void resolved(List<Endpoint> addresses);

        /** They were not found, because of {@code cause}; what was known before stays in use. */
        void failed(Throwable cause);
    }

    /** One client's interest in the addresses. */
    interface Watch extends AutoCloseable {
        /** Looks again; nothing happens when a look is under way, or when the addresses come by themselves. */
        void refresh();

        /** Ends the interest; the listener may hear of something that was under way. */
        @Override
        void close();
    }
}
