/** The state machine of one connection: bytes, commands and the time go in; bytes, events and the next timer come out. */
@NullMarked
package io.rpcidl.connection;

import org.jspecify.annotations.NullMarked;
