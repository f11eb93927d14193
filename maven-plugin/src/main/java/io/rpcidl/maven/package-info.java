/** The goals of the Maven plugin; each makes a request to the compiler and tells Maven what came of it. */
@NullMarked
package io.rpcidl.maven;

import org.jspecify.annotations.NullMarked;
