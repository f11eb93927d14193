/** Tests of descriptors as values. */
@NullMarked
package io.rpcidl.schema;

import org.jspecify.annotations.NullMarked;
