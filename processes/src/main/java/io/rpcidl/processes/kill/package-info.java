/** A server is killed again and again under load; what callers were told is compared with its ledger. */
@NullMarked
package io.rpcidl.processes.kill;

import org.jspecify.annotations.NullMarked;
