package io.rpcidl;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A future that tells the interceptors of the end before anybody else; to cancel it is to cancel the one behind it. */
final class WatchedFuture<R extends @Nullable Object> extends CompletableFuture<R> {
    private final CompletableFuture<R> behind;

    WatchedFuture(CompletableFuture<R> behind, ClientInterceptors.Passed call) {
        this.behind = behind;
        CompletableFuture<R> unused = behind.whenComplete((result, failure) -> {
            if (failure == null) {
                call.succeeded();
                complete(result);
            } else {
                call.failed(failure);
                completeExceptionally(failure);
            }
        });
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return behind.cancel(mayInterruptIfRunning);
    }
}
