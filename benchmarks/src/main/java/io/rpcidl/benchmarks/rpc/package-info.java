/** What calls cost, beside peers: client and server in processes of their own, in turns within one run. */
@NullMarked
package io.rpcidl.benchmarks.rpc;

import org.jspecify.annotations.NullMarked;
