package io.rpcidl.benchmarks.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** Makes the calls of one workload until it is stopped, and knows how many have ended and how long they took. */
abstract class Load {
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int STALLED_ITEM = 64 << 10;
    private static final int DIGITS = 3;

    private final Recorder recorder = new Recorder(LONGEST_NANOS, DIGITS);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopping;

    /** The load of {@code workload} over {@code client}, or over more clients of the server on {@code port}. */
    static Load of(Workload workload, Contender contender, Contender.ClientSide client, int port) throws Exception {
        return switch (workload.kind()) {
            case ASYNC -> new AsyncLoad(List.of(client), workload.width(), slot -> workload.message());
            case MIX -> new AsyncLoad(List.of(client), workload.width(), new Mix());
            case CONNECTIONS -> {
                List<Contender.ClientSide> clients = new ArrayList<>();
                for (int i = 0; i < workload.width(); i++) {
                    clients.add(contender.connect(port));
                }
                yield new AsyncLoad(clients, workload.width(), slot -> workload.message());
            }
            case SLOW_CONSUMER -> {
                client.stall(Message.blob(STALLED_ITEM), workload.items());
                yield new AsyncLoad(List.of(client), workload.width(), slot -> workload.message());
            }
            case CONNECT -> new ConnectLoad(contender, workload.message(), port);
            case BLOCKING -> new BlockingLoad(client, workload, contender);
            case OPEN -> new OpenLoad(client, workload);
            case SERVER_STREAM, CLIENT_STREAM, BIDIRECTIONAL -> new StreamLoad(client, workload);
        };
    }

    /** Begins to make calls. */
    abstract void start() throws Exception;

    /** Calls, or items, that have ended since the start; any thread, and roughly. */
    abstract long ended();

    /** Waits until the last call has ended. */
    abstract void awaitEnd() throws InterruptedException;

    final void stop() {
        stopping = true;
    }

    final boolean stopping() {
        return stopping;
    }

    /** A call took so long. */
    final void took(long nanos) {
        recorder.recordValue(Math.min(Math.max(nanos, 0), LONGEST_NANOS));
    }

    /** The first failure of a call ends the load: figures of a run with failures mean nothing. */
    final void failed(Throwable problem) {
        failure.compareAndSet(null, problem);
        stopping = true;
    }

    final @Nullable Throwable failure() {
        return failure.get();
    }

    /** How long calls took since this was asked last. */
    final Histogram latencies() {
        return recorder.getIntervalHistogram();
    }

    /** One message in ten is of media, one in a hundred a blob. */
    private static final class Mix implements AsyncLoad.Choice {
        private static final Message LARGE = Message.blob(64 << 10);

        @Override
        public Message of(long number) {
            long place = number % 100;
            if (place == 50) {
                return LARGE;
            }
            return place % 11 == 10 ? Message.MEDIA : Message.SMALL;
        }
    }
}
