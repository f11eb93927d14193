package io.rpcidl.transport.memory;

import io.rpcidl.transport.Loop;
import io.rpcidl.transport.RpcClock;

/** A loop that a memory transport can run on. */
sealed interface MemoryLoop extends Loop permits ThreadLoop, DrivenLoop {
    /** The clock by which its timers run. */
    RpcClock clock();

    /** Runs {@code task} when the loop has been closed and will run nothing more, which may be now; any thread. */
    void afterEnd(Runnable task);

    /** Runs {@code last} and then nothing more; waits for it unless called on the loop. */
    void close(Runnable last);
}
