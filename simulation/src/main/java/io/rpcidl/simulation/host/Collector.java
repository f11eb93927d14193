package io.rpcidl.simulation.host;

import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.world.Machine;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes the items of a stream, a few at a time, and holds each against the one that was sent: what has come is a beginning
 * of what was sent (V1), and nothing comes unasked or behind the end (V4).
 */
final class Collector implements Flow.Subscriber<Packet> {
    private static final int LARGEST_BATCH = 8;

    private final Machine machine;
    private final Op op;
    private final int stopAfter;
    private final Listener listener;
    private Flow.@Nullable Subscription subscription;
    private int received;
    private int asked;
    private boolean over;

    /** How it went; one of these is called, once. */
    interface Listener {
        /** The stream has ended well behind so many items. */
        void completed(int items);

        /** It has failed behind so many items. */
        void failed(int items, Throwable failure);

        /** The script wants no more. */
        void stopped(int items);
    }

    /**
     * A subscriber that has not subscribed.
     *
     * @param stopAfter after how many items it wants no more, -1 for never
     */
    Collector(Machine machine, Op op, int stopAfter, Listener listener) {
        this.machine = machine;
        this.op = op;
        this.stopAfter = stopAfter;
        this.listener = listener;
    }

    /** Wants no more, now. */
    void stop() {
        if (over) {
            return;
        }
        over = true;
        if (subscription != null) {
            subscription.cancel();
        }
        listener.stopped(received);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription != null) {
            violated("V4", "a second subscription");
        }
        subscription = given;
        if (over) {
            given.cancel();
        } else {
            ask();
        }
    }

    @Override
    public void onNext(Packet item) {
        if (over || asked == 0) {
            violated("V4", over ? "an item behind the end" : "an item that was not asked for");
            return;
        }
        asked--;
        if (!item.equals(Packet.item(op.number(), received, op.stream().size()))) {
            violated("V1", "item " + received + " is not the one that was sent");
        }
        received++;
        if (received == stopAfter) {
            stop();
        } else if (asked == 0) {
            machine.after(machine.draw().between(0L, op.stream().appetite()), this::ask);
        }
    }

    @Override
    public void onComplete() {
        if (end()) {
            listener.completed(received);
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (end()) {
            listener.failed(received, failure);
        }
    }

    private boolean end() {
        if (over) {
            violated("V4", "an end behind the end");
            return false;
        }
        over = true;
        return true;
    }

    private void ask() {
        if (!over && subscription != null) {
            int batch = machine.draw().between(1, LARGEST_BATCH);
            asked += batch;
            subscription.request(batch);
        }
    }

    private void violated(String invariant, String text) {
        machine.world()
                .violated(invariant, "the stream of operation " + op.number() + " on " + machine.name() + ": " + text);
    }
}
