/** Tests through generated clients, over TCP. */
@NullMarked
package io.rpcidl.samples.etcd;

import org.jspecify.annotations.NullMarked;
