/** Processes that this one starts, talks to, and ends by their own ids. */
@NullMarked
package io.rpcidl.processes.child;

import org.jspecify.annotations.NullMarked;
