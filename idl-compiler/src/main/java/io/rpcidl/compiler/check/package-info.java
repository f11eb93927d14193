/** The rules that a program must keep: one rule, one class, all of them listed in {@link Checks}. */
@NullMarked
package io.rpcidl.compiler.check;

import org.jspecify.annotations.NullMarked;
