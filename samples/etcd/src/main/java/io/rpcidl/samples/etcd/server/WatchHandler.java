package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.store.Store;
import io.rpcidl.samples.etcd.watch.Watch;
import io.rpcidl.samples.etcd.watch.WatchRequest;
import io.rpcidl.samples.etcd.watch.WatchResponse;
import io.rpcidl.transport.RpcClock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * The watch service, in its asynchronous form: a stream that waits takes no thread. Each change of the store lets all streams
 * look at its history, on the threads of an executor.
 */
final class WatchHandler implements Watch.Async {

    private final Store store;
    private final Member member;
    private final RpcClock clock;
    private final Executor executor;
    private final Set<WatchStream> streams = ConcurrentHashMap.newKeySet();

    WatchHandler(Store store, Member member, RpcClock clock, Executor executor) {
        this.store = store;
        this.member = member;
        this.clock = clock;
        this.executor = executor;
        store.whenChanged(() -> streams.forEach(WatchStream::wake));
    }

    @Override
    public Flow.Publisher<WatchResponse> watch(Flow.Publisher<WatchRequest> requests) {
        return subscriber -> {
            WatchStream stream = new WatchStream(new Watchers(store, member, clock), executor, subscriber);
            stream.whenOver(() -> streams.remove(stream));
            streams.add(stream);
            stream.start(requests);
        };
    }

    /** Lets streams tell their progress when it is time; from time to time. */
    void tick() {
        streams.forEach(WatchStream::wake);
    }

    /** Ends all streams: clients see an end, and may go on elsewhere from the revision that they have. */
    void close() {
        streams.forEach(WatchStream::close);
    }

    /** How many streams there are. */
    int streams() {
        return streams.size();
    }
}
