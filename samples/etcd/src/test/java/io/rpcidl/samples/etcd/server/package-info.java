/** Tests of the services: what each request means, without a wire between. */
@NullMarked
package io.rpcidl.samples.etcd.server;

import org.jspecify.annotations.NullMarked;
