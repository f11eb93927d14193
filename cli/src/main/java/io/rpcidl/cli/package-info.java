/** The command line {@code rpcidl}: one class a command, all of them thin around the compiler. */
@NullMarked
package io.rpcidl.cli;

import org.jspecify.annotations.NullMarked;
