/** Descriptors as JSON text; needs the module {@code tools.jackson.core}, which nothing else of this module does. */
@NullMarked
package io.rpcidl.schema.json;

import org.jspecify.annotations.NullMarked;
