/** What a source says, as it was written: every node with its span, every name still text. */
@NullMarked
package io.rpcidl.compiler.ast;

import org.jspecify.annotations.NullMarked;
