/** Tests of the rules of evolution on sources. */
@NullMarked
package io.rpcidl.compiler.compat;

import org.jspecify.annotations.NullMarked;
