/** The Maven goals {@code rpcidl:generate} and {@code rpcidl:generate-test}. */
@NullMarked
package io.rpcidl.maven;

import org.jspecify.annotations.NullMarked;
