/** Tests of lock files. */
@NullMarked
package io.rpcidl.compiler.lock;

import org.jspecify.annotations.NullMarked;
