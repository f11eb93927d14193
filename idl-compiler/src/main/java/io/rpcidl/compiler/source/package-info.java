/** Source texts and places in them. */
@NullMarked
package io.rpcidl.compiler.source;

import org.jspecify.annotations.NullMarked;
