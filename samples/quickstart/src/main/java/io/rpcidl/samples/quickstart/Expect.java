package io.rpcidl.samples.quickstart;

import java.util.concurrent.Callable;

/** Stops the demo as soon as something is not as it should be. */
final class Expect {

    private Expect() {}

    /** The exception that the call must end with. */
    static <E extends Exception> E failure(Class<E> type, Callable<?> call) throws Exception {
        Object result;
        try {
            result = call.call();
        } catch (Exception e) {
            if (type.isInstance(e)) {
                return type.cast(e);
            }
            throw e;
        }
        throw new IllegalStateException("expected a " + type.getSimpleName() + ", but the call returned " + result);
    }

    /** That something holds. */
    static void that(boolean holds, String words) {
        if (!holds) {
            throw new IllegalStateException("it does not hold that " + words);
        }
    }
}
