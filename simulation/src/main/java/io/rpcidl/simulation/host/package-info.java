/** The application on both ends: servers whose handlers are scripts, and clients that follow theirs. */
@NullMarked
package io.rpcidl.simulation.host;

import org.jspecify.annotations.NullMarked;
