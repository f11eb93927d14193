/** Connections on which nothing happens, and what each of them costs at both ends. */
@NullMarked
package io.rpcidl.processes.idle;

import org.jspecify.annotations.NullMarked;
