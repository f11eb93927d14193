/** Servers in processes of their own, and what such a process tells of itself. */
@NullMarked
package io.rpcidl.processes.serve;

import org.jspecify.annotations.NullMarked;
