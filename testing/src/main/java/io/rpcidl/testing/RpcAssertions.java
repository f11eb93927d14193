package io.rpcidl.testing;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Where assertions about the outcomes of calls begin. */
public final class RpcAssertions {
    private static final long LONGEST_WAIT_SECONDS = 60;

    private RpcAssertions() {}

    /** Makes a call; what it ends with can then be asserted: {@code assertThatCall(() -> orders.place(…)).wasNotExecuted()}. */
    public static CallAssert assertThatCall(ThrowingCallable call) {
        try {
            call.call();
        } catch (Throwable failure) { // whatever it is, it is judged
            return new CallAssert(CallEnd.failed(failure));
        }
        return new CallAssert(CallEnd.returned());
    }

    /**
     * Waits for the end of an asynchronous call.
     *
     * @throws AssertionError when it has not ended within a minute
     */
    public static CallAssert assertThatCall(CompletionStage<?> call) {
        return new CallAssert(endOf(call));
    }

    private static CallEnd endOf(CompletionStage<?> call) {
        try {
            call.toCompletableFuture().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            return CallEnd.returned();
        } catch (ExecutionException ended) {
            return CallEnd.failed(Objects.requireNonNullElse(ended.getCause(), ended));
        } catch (CancellationException cancelled) {
            return CallEnd.failed(cancelled);
        } catch (TimeoutException tooLong) {
            throw new AssertionError("the call has not ended within " + LONGEST_WAIT_SECONDS + " seconds", tooLong);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the wait for the end of the call was interrupted", interrupted);
        }
    }
}
