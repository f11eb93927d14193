/** The compiler in one call: from source folders to diagnostics, a schema and generated files. */
@NullMarked
package io.rpcidl.compiler;

import org.jspecify.annotations.NullMarked;
