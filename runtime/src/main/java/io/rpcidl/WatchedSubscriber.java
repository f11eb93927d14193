package io.rpcidl;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** A subscriber before whom the interceptors are told of the end. */
final class WatchedSubscriber<T> implements Flow.Subscriber<T> {
    private final Flow.Subscriber<T> subscriber;
    private final ClientInterceptors.Passed call;
    private final AtomicBoolean over = new AtomicBoolean();

    WatchedSubscriber(Flow.Subscriber<T> subscriber, ClientInterceptors.Passed call) {
        this.subscriber = subscriber;
        this.call = call;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                subscription.request(count);
            }

            @Override
            public void cancel() {
                subscription.cancel();
                if (over.compareAndSet(false, true)) {
                    call.closed();
                }
            }
        });
    }

    @Override
    public void onNext(T item) {
        subscriber.onNext(item);
    }

    @Override
    public void onError(Throwable failure) {
        if (over.compareAndSet(false, true)) {
            call.failed(failure);
        }
        subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
        if (over.compareAndSet(false, true)) {
            call.succeeded();
        }
        subscriber.onComplete();
    }
}
