package io.rpcidl.resolve;

import io.rpcidl.transport.Endpoint;
import java.util.List;
import java.util.stream.Collectors;

/** Addresses that never change. */
final class FixedAddresses implements Resolver {
    private final List<Endpoint> addresses;

    FixedAddresses(List<Endpoint> addresses) {
        this.addresses = List.copyOf(addresses);
        if (addresses.isEmpty() || addresses.size() > MOST_ADDRESSES) {
            throw new IllegalArgumentException(addresses.size() + " addresses were given; give 1 to " + MOST_ADDRESSES);
        }
    }

    @Override
    public Watch watch(Listener listener) {
        listener.resolved(addresses);
        return new Watch() {
            @Override
            public void refresh() {}

            @Override
            public void close() {}
        };
    }

    @Override
    public String target() {
        return addresses.stream().map(Endpoint::toString).collect(Collectors.joining(", "));
    }
}
