/** Tests of the command line. */
@NullMarked
package io.rpcidl.cli;

import org.jspecify.annotations.NullMarked;
