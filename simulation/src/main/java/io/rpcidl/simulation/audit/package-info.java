/** The judges: they read the frames of each wire and the ledger of the handlers, and know what a caller may be told. */
@NullMarked
package io.rpcidl.simulation.audit;

import org.jspecify.annotations.NullMarked;
