package io.rpcidl.transport.netty;

import io.netty.channel.SelectStrategy;
import io.netty.util.IntSupplier;

/** What loops do that never sleep: they ask for what is ready, again and again. */
enum SpinningStrategy implements SelectStrategy {
    INSTANCE;

    @Override
    public int calculateStrategy(IntSupplier ready, boolean hasTasks) throws Exception {
        int events = ready.get();
        if (events == 0 && !hasTasks) {
            Thread.onSpinWait();
        }
        return events;
    }
}
