package io.rpcidl;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Its {@code work} waits until it is released or interrupted. */
class WaitingHandler implements Echo {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    final CompletableFuture<CallContext> context = new CompletableFuture<>();

    @Override
    public Message work(Message message) throws InterruptedException {
        context.complete(CallContext.current());
        entered.countDown();
        try {
            release.await();
            interrupted.complete(false);
        } catch (InterruptedException stop) {
            interrupted.complete(true);
            throw stop;
        }
        return message;
    }

    /** The failure of the first call that reached its handler before its deadline passed there. */
    RpcException workBeyondTheDeadline(RpcChannel client) {
        Duration deadline = Duration.ofMillis(20);
        while (true) {
            CallOptions options = CallOptions.DEFAULT.withDeadline(deadline);
            Throwable thrown = catchThrowable(() -> client.call(Echo.WORK, CallFixture.HELLO, options));
            RpcException failure = Behaviour.failure(thrown);
            if (entered.getCount() == 0) {
                return failure;
            }
            deadline = deadline.multipliedBy(2);
        }
    }
}
