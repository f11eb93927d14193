/** Links inside one Java virtual machine, on a thread of their own or on a loop that a test drives. */
@NullMarked
package io.rpcidl.transport.memory;

import org.jspecify.annotations.NullMarked;
