/** Peers that send what they should not, or far too much of what they may, while a good client goes on calling. */
@NullMarked
package io.rpcidl.processes.flood;

import org.jspecify.annotations.NullMarked;
