/** Virtual time: one heap of events, the machines on which they happen, their loops and their threads. */
@NullMarked
package io.rpcidl.simulation.world;

import org.jspecify.annotations.NullMarked;
