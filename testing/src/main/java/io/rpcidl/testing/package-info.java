/** Servers and clients in tests, faults at a chosen point, and assertions about outcomes. */
@NullMarked
package io.rpcidl.testing;

import org.jspecify.annotations.NullMarked;
