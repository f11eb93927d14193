/** Finds what names mean: loads imports, resolves types and values, and builds the schema. */
@NullMarked
package io.rpcidl.compiler.resolve;

import org.jspecify.annotations.NullMarked;
