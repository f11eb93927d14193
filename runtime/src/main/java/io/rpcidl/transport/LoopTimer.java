package io.rpcidl.transport;

/** A task that waits for its time on a {@link Loop}. */
public interface LoopTimer {
    /** Makes sure that the task does not run, if it has not yet; only on the loop's own thread. */
    void cancel();
}
