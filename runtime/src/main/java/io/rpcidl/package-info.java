/** Clients and servers of rpcidl services, and the types that generated code and applications share with them. */
@NullMarked
package io.rpcidl;

import org.jspecify.annotations.NullMarked;
