/** What servers and their connections are doing, as immutable values taken at one moment. */
@NullMarked
package io.rpcidl.introspection;

import org.jspecify.annotations.NullMarked;
