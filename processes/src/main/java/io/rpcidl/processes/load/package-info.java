/** Calls of all kinds, a thousand at a time, and what their callers were told, held against the ledger. */
@NullMarked
package io.rpcidl.processes.load;

import org.jspecify.annotations.NullMarked;
