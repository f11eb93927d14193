/** Octets as the wire has them: numbers, lengths and text, read and written under limits. */
@NullMarked
package io.rpcidl.wire;

import org.jspecify.annotations.NullMarked;
