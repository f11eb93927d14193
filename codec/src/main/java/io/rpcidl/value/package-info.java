/** The values that programs, generated code and the runtime share: octets, immutable collections, outcomes and failures. */
@NullMarked
package io.rpcidl.value;

import org.jspecify.annotations.NullMarked;
