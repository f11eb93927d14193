/** Networks that lose, delay, cut and refuse, in namespaces of the kernel, so that nothing outside of a test is touched. */
@NullMarked
package io.rpcidl.processes.network;

import org.jspecify.annotations.NullMarked;
