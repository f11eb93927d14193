/** Tests of the rules of evolution on descriptors made by hand. */
@NullMarked
package io.rpcidl.schema.compat;

import org.jspecify.annotations.NullMarked;
