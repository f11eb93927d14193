package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;
import io.rpcidl.transport.RpcClock;
import java.util.concurrent.TimeUnit;

/**
 * What a link reads before the others of its loop have their turn: one buffer of at most 64 KiB, where Netty would read sixteen,
 * and less where what was read takes long to handle.
 *
 * <p>64 KiB are one piece of a large message, or some thousands of the smallest calls: microseconds for those who wait, or
 * milliseconds. So a link that has taken half a millisecond reads half as much in its next turn, down to a few dozen calls, and
 * a link that takes little time reads more again.
 */
final class FairReads implements RecvByteBufAllocator {
    static final int MOST = 64 * 1_024;
    static final int LEAST = 2 * 1_024;
    static final long LONGEST_TURN = TimeUnit.MICROSECONDS.toNanos(500);

    private final RecvByteBufAllocator sizes = new AdaptiveRecvByteBufAllocator(64, 2_048, MOST).maxMessagesPerRead(1);
    private final RpcClock clock;

    FairReads(RpcClock clock) {
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface names the older kind of handle
    public Handle newHandle() {
        return new Turns((ExtendedHandle) sizes.newHandle(), clock);
    }

    /** The turns of one link; only on its loop. */
    private static final class Turns extends DelegatingHandle implements ExtendedHandle {
        private final ExtendedHandle sizes;
        private final RpcClock clock;
        private int most = MOST;
        /** When a turn began that reads enough to be worth a look at the clock. */
        private long began;

        private boolean timed;

        Turns(ExtendedHandle sizes, RpcClock clock) {
            super(sizes);
            this.sizes = sizes;
            this.clock = clock;
        }

        @Override
        public int guess() {
            return Math.min(most, sizes.guess());
        }

        @Override
        public ByteBuf allocate(ByteBufAllocator allocator) {
            return allocator.ioBuffer(guess());
        }

        @Override
        public void lastBytesRead(int bytes) {
            sizes.lastBytesRead(bytes);
            timed = bytes >= LEAST;
            if (timed) {
                began = clock.nanoTime();
            }
        }

        @Override
        public boolean continueReading(UncheckedBooleanSupplier maybeMoreData) {
            return sizes.continueReading(maybeMoreData);
        }

        @Override
        public void readComplete() {
            sizes.readComplete();
            if (timed) {
                timed = false;
                long took = clock.nanoTime() - began;
                if (took > LONGEST_TURN) {
                    most = Math.max(LEAST, most / 2);
                } else if (took < LONGEST_TURN / 4) {
                    most = Math.min(MOST, most * 2);
                }
            }
        }
    }
}
