/** Tests of the canonical form. */
@NullMarked
package io.rpcidl.schema.canonical;

import org.jspecify.annotations.NullMarked;
