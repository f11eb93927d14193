/** Clients and servers in processes of their own, and what is done to them: one command each. */
@NullMarked
package io.rpcidl.processes;

import org.jspecify.annotations.NullMarked;
