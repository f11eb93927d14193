/** Compares sources with what they were: baselines, and what the rules of evolution find, at the place it is about. */
@NullMarked
package io.rpcidl.compiler.compat;

import org.jspecify.annotations.NullMarked;
