/** Lock files: every number that a source ever used, one line a number, committed beside the source. */
@NullMarked
package io.rpcidl.compiler.lock;

import org.jspecify.annotations.NullMarked;
