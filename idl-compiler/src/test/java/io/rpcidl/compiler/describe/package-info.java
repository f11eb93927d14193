/** Tests of the description of schemas. */
@NullMarked
package io.rpcidl.compiler.describe;

import org.jspecify.annotations.NullMarked;
