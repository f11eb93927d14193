package io.rpcidl.connection;

import io.rpcidl.frame.SchemaHash;

/** A service that this end offers; the call layer's own type implements it and comes back with each call. */
public interface OfferedService {

    /** The full name, as BIND names it. */
    String name();

    /** The hash of its schema, {@link SchemaHash#NONE} when there is none. */
    SchemaHash hash();
}
