/** Services that any server may offer beside its own, each added by one call of the server's builder. */
@NullMarked
package io.rpcidl.services;

import org.jspecify.annotations.NullMarked;
