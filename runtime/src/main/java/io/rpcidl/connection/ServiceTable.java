package io.rpcidl.connection;

import org.jspecify.annotations.Nullable;

/** The services that this end offers; it does not change while a connection uses it. */
@FunctionalInterface
public interface ServiceTable {

    /** Offers nothing. */
    ServiceTable EMPTY = name -> null;

    /** The service with exactly this name, or null. */
    @Nullable
    OfferedService find(String name);
}
