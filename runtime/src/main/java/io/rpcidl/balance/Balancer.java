package io.rpcidl.balance;

import io.rpcidl.transport.Endpoint;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spreads the calls of one client over its connections; used on the client's loop only. */
public interface Balancer {
    /** To how many of its addresses a client connects. */
    enum Spread {
        /** To the first that answers, in the order of the list; the next gets its chance a quarter of a second later. */
        ONE,
        /** To all. */
        ALL
    }

    /** To how many addresses the client connects; always the same. */
    Spread spread();

    /**
     * Chooses among connections from now on; asked whenever the ready ones have changed, and for one call that had better
     * not go to where it has failed.
     *
     * @param ready at least one, in the order of the addresses
     */
    <C extends Candidate> Picker<C> picker(List<C> ready);

    /** The way to one address has changed. */
    default void changed(Endpoint endpoint, ConnectionState state) {}

    /** One connection at a time, to the first address that answers. */
    static Factory pickFirst() {
        return random -> new PickFirst();
    }

    /** A connection to each address, which take calls in turn; the first one is chosen at random. */
    static Factory roundRobin() {
        return RoundRobin::new;
    }

    /** A connection to each address; of two that are chosen at random, the one with fewer unfinished calls takes the call. */
    static Factory leastLoaded() {
        return LeastLoaded::new;
    }

    /** Makes the balancer of one client. */
    @FunctionalInterface
    interface Factory {
        /** A balancer with {@code random} for its choices. */
        Balancer create(RandomGenerator random);
    }
}
