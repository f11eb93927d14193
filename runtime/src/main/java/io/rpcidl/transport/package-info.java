/** What the runtime asks of whatever carries its bytes: loops, links between two peers, and the clock. */
@NullMarked
package io.rpcidl.transport;

import org.jspecify.annotations.NullMarked;
