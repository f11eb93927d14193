/** What is legal and yet better done otherwise; docs/lint.md lists the rules. One rule, one class. */
@NullMarked
package io.rpcidl.compiler.lint;

import org.jspecify.annotations.NullMarked;
