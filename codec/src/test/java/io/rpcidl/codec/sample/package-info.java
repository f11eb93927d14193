/** Types and codecs as the compiler generates them, written by hand. */
@NullMarked
package io.rpcidl.codec.sample;

import org.jspecify.annotations.NullMarked;
