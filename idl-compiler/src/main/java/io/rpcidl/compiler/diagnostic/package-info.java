/** What the compiler tells its user: diagnostics with stable codes, and how they are shown. */
@NullMarked
package io.rpcidl.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
