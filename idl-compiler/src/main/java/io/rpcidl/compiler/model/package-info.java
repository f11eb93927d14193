/** The resolved schema: what the sources mean, immutable, with every name resolved and every number checked. */
@NullMarked
package io.rpcidl.compiler.model;

import org.jspecify.annotations.NullMarked;
