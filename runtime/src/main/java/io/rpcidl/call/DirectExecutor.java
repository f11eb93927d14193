package io.rpcidl.call;

import java.util.concurrent.Executor;

/** Runs what it is given where it is given. What is known to run there needs no copy of octets that are lent. */
public enum DirectExecutor implements Executor {
    /** The only one. */
    INSTANCE;

    @Override
    public void execute(Runnable task) {
        task.run();
    }
}
