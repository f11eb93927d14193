/** Tests of descriptors as JSON. */
@NullMarked
package io.rpcidl.schema.json;

import org.jspecify.annotations.NullMarked;
