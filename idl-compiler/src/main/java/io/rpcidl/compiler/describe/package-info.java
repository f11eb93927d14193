/** From a resolved schema to its descriptor, the value that is written down, compared and sent. */
@NullMarked
package io.rpcidl.compiler.describe;

import org.jspecify.annotations.NullMarked;
