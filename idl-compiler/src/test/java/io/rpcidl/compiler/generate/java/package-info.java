/** Tests of the Java backend, down to the behaviour of what it generates. */
@NullMarked
package io.rpcidl.compiler.generate.java;

import org.jspecify.annotations.NullMarked;
