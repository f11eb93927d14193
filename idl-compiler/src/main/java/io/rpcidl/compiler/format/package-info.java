/** Lays sources out in the one style of the language; docs/format.md says what that is. */
@NullMarked
package io.rpcidl.compiler.format;

import org.jspecify.annotations.NullMarked;
