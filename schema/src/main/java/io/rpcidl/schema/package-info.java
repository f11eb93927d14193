/** The descriptor of a schema, a value in our own encoding; most of its classes are generated from its own source. */
@NullMarked
package io.rpcidl.schema;

import org.jspecify.annotations.NullMarked;
