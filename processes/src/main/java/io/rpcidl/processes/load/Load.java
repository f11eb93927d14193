package io.rpcidl.processes.load;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcChannel;
import io.rpcidl.RpcStream;
import io.rpcidl.processes.ledger.LedgerWork;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.RpcException;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import ledger.v1.Piece;
import ledger.v1.Task;
import ledger.v1.Work;
import ledger.v1.WorkClient;

/**
 * Keeps a number of calls in flight, of all kinds: each place makes the next call when its last one has ended well, until it is
 * told to stop or a call fails.
 *
 * <p>Plain calls, idempotent, readonly and oneway ones are asynchronous; streams, and some plain calls, block a thread each.
 */
public final class Load {
    private static final int BLOCKING = 40;
    private static final int LONGEST_MICROS = 2_000;
    private static final int LARGEST_LOAD = 2_000;
    private static final int MOST_PIECES = 40;

    private final List<WorkClient> clients;
    private final AtomicLong ids;
    private final Random random;
    private final UnaryOperator<Told> teller;
    private final Queue<Made> made = new ConcurrentLinkedQueue<>();
    private final AtomicLong well = new AtomicLong();
    private final CountDownLatch places;
    private final int placeCount;
    private volatile boolean stopped;

    /**
     * What the calls are like.
     *
     * @param places how many are in flight, at least 100
     * @param options of each
     */
    public record Shape(int places, CallOptions options) {}

    /**
     * A load that has not begun.
     *
     * @param channels which the calls are spread over
     * @param shape what the calls are like
     * @param ids of the calls, none of which was used before
     * @param random decides about kinds, sizes and times
     * @param teller what is taken down for what a caller was told: the same, unless a lie is to be planted
     */
    public Load(
            List<? extends RpcChannel> channels,
            Shape shape,
            AtomicLong ids,
            Random random,
            UnaryOperator<Told> teller) {
        this.clients = channels.stream()
                .map(channel -> new WorkClient(channel).with(shape.options()))
                .toList();
        this.ids = ids;
        this.random = random;
        this.teller = teller;
        this.placeCount = shape.places();
        this.places = new CountDownLatch(shape.places());
    }

    /** Begins. */
    public void start() {
        for (int place = 0; place < BLOCKING; place++) {
            Kind kind = List.of(Kind.DOWNLOAD, Kind.UPLOAD, Kind.PLAIN).get(place % 3);
            WorkClient client = clients.get(place % clients.size());
            Thread thread = new Thread(() -> block(kind, client), "place " + place);
            thread.setDaemon(true);
            thread.start();
        }
        for (int place = BLOCKING; place < placeCount; place++) {
            next(clients.get(place % clients.size()));
        }
    }

    /** Makes no more calls. */
    public void stop() {
        stopped = true;
    }

    /** Waits until all calls have ended; false when some have not after {@code seconds}. */
    public boolean awaitEnd(long seconds) throws InterruptedException {
        return places.await(seconds, TimeUnit.SECONDS);
    }

    /** How many calls have ended well so far. */
    public long well() {
        return well.get();
    }

    /** All calls that were made. */
    public Queue<Made> made() {
        return made;
    }

    private void block(Kind kind, WorkClient client) {
        boolean goOn = true;
        while (goOn && !stopped) {
            Made call = open(kind);
            try {
                callBlocking(call, client);
                ended(call, Told.OK);
            } catch (RpcException failure) {
                ended(call, Told.by(failure));
                goOn = false;
            }
        }
        places.countDown();
    }

    private void callBlocking(Made call, WorkClient client) {
        int pieces = random(MOST_PIECES);
        switch (call.kind()) {
            case DOWNLOAD -> {
                try (RpcStream<Piece> stream = client.pieces(task(call), pieces)) {
                    requireCount(pieces, stream.stream().count());
                }
            }
            case UPLOAD ->
                requireCount(
                        pieces,
                        client.collect(
                                task(call),
                                RpcStream.of(LongStream.rangeClosed(1, pieces).mapToObj(LedgerWork::piece))));
            default -> client.change(task(call));
        }
    }

    private static void requireCount(long expected, long came) {
        if (expected != came) {
            throw new IllegalStateException("a stream of " + expected + " pieces has ended well behind " + came);
        }
    }

    private void next(WorkClient client) {
        if (stopped) {
            places.countDown();
            return;
        }
        Made call = open(List.of(Kind.PLAIN, Kind.PLAIN, Kind.IDEMPOTENT, Kind.READONLY, Kind.ONEWAY)
                .get(random(5)));
        CompletionStage<?> end = callAsync(call, client.async());
        end.whenComplete((result, failure) -> {
            if (failure == null) {
                ended(call, call.kind() == Kind.ONEWAY ? Told.HANDED_OVER : Told.OK);
                next(client);
            } else {
                ended(call, Told.by(failure));
                places.countDown();
            }
        });
    }

    private CompletionStage<?> callAsync(Made call, Work.Async work) {
        Task task = task(call);
        return switch (call.kind()) {
            case IDEMPOTENT -> work.put(task);
            case READONLY -> work.look(task);
            case ONEWAY -> work.tell(task);
            default -> work.change(task);
        };
    }

    private Made open(Kind kind) {
        Made call = new Made(ids.incrementAndGet(), kind);
        made.add(call);
        return call;
    }

    private void ended(Made call, Told told) {
        if (told == Told.OK) {
            well.incrementAndGet();
        }
        call.ended(teller.apply(told));
    }

    private Task task(Made call) {
        return new Task(call.id(), random(LONGEST_MICROS), Bytes.of(new byte[random(LARGEST_LOAD)]));
    }

    private int random(int bound) {
        return random.nextInt(bound);
    }
}
