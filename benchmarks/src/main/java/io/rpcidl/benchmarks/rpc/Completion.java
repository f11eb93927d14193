package io.rpcidl.benchmarks.rpc;

import org.jspecify.annotations.Nullable;

/** Told once of the end of a call, on whatever thread the contender completes calls. */
interface Completion {
    /** The call has ended; null when it has ended well. */
    void done(@Nullable Throwable failure);
}
