/** The network in between: links that cut bytes into chunks, delay them, and die in several ways. */
@NullMarked
package io.rpcidl.simulation.network;

import org.jspecify.annotations.NullMarked;
