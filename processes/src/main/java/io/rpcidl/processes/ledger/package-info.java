/** What handlers have done, written down so that it outlives their process, and the service that writes it. */
@NullMarked
package io.rpcidl.processes.ledger;

import org.jspecify.annotations.NullMarked;
