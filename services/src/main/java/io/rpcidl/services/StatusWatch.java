package io.rpcidl.services;

import io.rpcidl.services.health.Health;
import io.rpcidl.services.health.ServingStatus;
import io.rpcidl.services.health.UnknownService;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One stream that watches a service: it holds one status, the latest, until its subscriber asks for it. Signals never overlap:
 * whoever finds the stream at work leaves its news to the one who works.
 */
final class StatusWatch implements Flow.Subscription {
    private final String service;
    private final Flow.Subscriber<? super Health> subscriber;
    private final Consumer<StatusWatch> over;
    private @Nullable ServingStatus latest;
    private @Nullable ServingStatus told;
    private boolean unknown;
    private long wanted;
    private boolean ending;
    private boolean ended;
    private boolean working;
    private boolean more;

    /** A stream that tells {@code over} when it has ended. */
    StatusWatch(String service, Flow.Subscriber<? super Health> subscriber, Consumer<StatusWatch> over) {
        this.service = service;
        this.subscriber = subscriber;
        this.over = over;
    }

    String service() {
        return service;
    }

    void begin() {
        subscriber.onSubscribe(this);
    }

    /** The status now; null says that there is no such service. */
    void tell(@Nullable ServingStatus status) {
        synchronized (this) {
            unknown = status == null;
            latest = status;
        }
        work();
    }

    /** The server drains: the stream ends behind what was told. */
    void end() {
        synchronized (this) {
            ending = true;
        }
        work();
    }

    @Override
    public void request(long count) {
        synchronized (this) {
            if (count <= 0) {
                ended = true; // who breaks the rules of Flow gets nothing more
            } else {
                wanted = wanted + count < 0 ? Long.MAX_VALUE : wanted + count;
            }
        }
        work();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            ended = true;
        }
        over.accept(this);
    }

    private void work() {
        synchronized (this) {
            if (working) {
                more = true;
                return;
            }
            working = true;
        }
        Runnable signal = next();
        while (signal != null) {
            signal.run();
            signal = next();
        }
    }

    /** What is to be signalled next; null ends the work. */
    private synchronized @Nullable Runnable next() {
        more = false;
        if (!ended && unknown) {
            return last(() -> subscriber.onError(new UnknownService(service)));
        }
        ServingStatus status = latest;
        if (!ended && wanted > 0 && status != null && !status.equals(told)) {
            told = status;
            wanted--;
            return () -> subscriber.onNext(new Health(status));
        }
        if (!ended && ending) {
            return last(subscriber::onComplete);
        }
        working = more;
        return more ? () -> {} : null;
    }

    private Runnable last(Runnable signal) {
        ended = true;
        return () -> {
            over.accept(this);
            signal.run();
        };
    }
}
