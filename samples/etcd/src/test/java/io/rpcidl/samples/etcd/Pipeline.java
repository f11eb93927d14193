package io.rpcidl.samples.etcd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Makes asynchronous calls, so many at a time. */
final class Pipeline {

    private static final int WINDOW = 256;

    private Pipeline() {}

    /** The answers to one call for each item, in the order of the items. */
    static <I, R> List<R> call(Collection<I> items, Function<I, CompletionStage<R>> call) throws InterruptedException {
        Semaphore window = new Semaphore(WINDOW);
        List<CompletableFuture<R>> answers = new ArrayList<>();
        for (I item : items) {
            window.acquire();
            answers.add(call.apply(item)
                    .whenComplete((result, failure) -> window.release())
                    .toCompletableFuture());
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
