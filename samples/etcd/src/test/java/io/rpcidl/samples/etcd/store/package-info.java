/** Tests of the store: of its parts, and of the whole against a naive one. */
@NullMarked
package io.rpcidl.samples.etcd.store;

import org.jspecify.annotations.NullMarked;
