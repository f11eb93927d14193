/** The Java backend: one generator for each kind of definition, each giving code that reads as if written by hand. */
@NullMarked
package io.rpcidl.compiler.generate.java;

import org.jspecify.annotations.NullMarked;
