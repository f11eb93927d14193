/** From a checked schema to the text of files, in whatever language a backend speaks. */
@NullMarked
package io.rpcidl.compiler.generate;

import org.jspecify.annotations.NullMarked;
