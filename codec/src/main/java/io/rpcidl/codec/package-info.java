/** How values become octets and back: what generated code calls, and the general parts of the format. */
@NullMarked
package io.rpcidl.codec;

import org.jspecify.annotations.NullMarked;
