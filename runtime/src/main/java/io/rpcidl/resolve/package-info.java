/** Where the servers of a client are: from the name that it was given to the addresses that it connects to. */
@NullMarked
package io.rpcidl.resolve;

import org.jspecify.annotations.NullMarked;
