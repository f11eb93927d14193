package io.rpcidl.call;

import java.util.concurrent.Flow;

/** The subscription of a call that could not be made: it only fails (Reactive Streams 1.3, §1.9). */
enum FailedSubscription implements Flow.Subscription {
    INSTANCE;

    static void tell(Flow.Subscriber<?> subscriber, Throwable failure) {
        subscriber.onSubscribe(INSTANCE);
        subscriber.onError(failure);
    }

    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
}
