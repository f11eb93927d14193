/** From source text to the tree of what was written; the only package that knows ANTLR. */
@NullMarked
package io.rpcidl.compiler.syntax;

import org.jspecify.annotations.NullMarked;
