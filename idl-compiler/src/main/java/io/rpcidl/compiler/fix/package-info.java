/** Makes the changes of the sources that diagnostics propose. */
@NullMarked
package io.rpcidl.compiler.fix;

import org.jspecify.annotations.NullMarked;
