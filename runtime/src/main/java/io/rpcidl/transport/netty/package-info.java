/** TCP through Netty, the only package that knows Netty: the socket options, the buffers and the one handler of a channel. */
@NullMarked
package io.rpcidl.transport.netty;

import org.jspecify.annotations.NullMarked;
