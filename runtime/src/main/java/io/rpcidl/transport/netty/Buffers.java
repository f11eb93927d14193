package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;

/** The buffers between a link and its socket. */
final class Buffers {
    /**
     * The pooled allocator, named explicitly: Netty's default is the adaptive one, which has handed one chunk to two
     * owners more than once, and a caller's system property must not choose for us.
     */
    static final ByteBufAllocator ALLOCATOR = PooledByteBufAllocator.DEFAULT;

    /**
     * Little waits behind the socket: bytes that were handed over count as taken when a call is withdrawn, so each one
     * that still waits above the link keeps an outcome exact.
     */
    static final WriteBufferWaterMark WRITE_MARKS = new WriteBufferWaterMark(64 * 1_024, 256 * 1_024);

    /** The first size of the buffer that collects the writes up to a flush. */
    static final int FLUSH_BUFFER = 4 * 1_024;

    private Buffers() {}
}
