/** The rules of evolution: what changes between two schemas, and whom each change breaks. */
@NullMarked
package io.rpcidl.schema.compat;

import org.jspecify.annotations.NullMarked;
