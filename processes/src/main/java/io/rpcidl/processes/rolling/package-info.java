/** Servers that are restarted one after the other while their clients go on calling. */
@NullMarked
package io.rpcidl.processes.rolling;

import org.jspecify.annotations.NullMarked;
