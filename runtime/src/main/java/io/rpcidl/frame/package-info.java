/** The frames of wire-spec.md, chapters 4 to 7: bytes in, whole frames out, and back; it knows no connection. */
@NullMarked
package io.rpcidl.frame;

import org.jspecify.annotations.NullMarked;
