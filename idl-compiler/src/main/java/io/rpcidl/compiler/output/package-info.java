/** Writes generated files: only what changed, all or nothing, never outside the output folder. */
@NullMarked
package io.rpcidl.compiler.output;

import org.jspecify.annotations.NullMarked;
