/** The services of etcd over the store: what requests mean, and which errors they raise. */
@NullMarked
package io.rpcidl.samples.etcd.server;

import org.jspecify.annotations.NullMarked;
