package io.rpcidl.simulation.host;

import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.world.Machine;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Publishes the items of an operation for one subscriber, at the pace that the script states, and never more than wanted. */
final class ScriptedItems implements Flow.Publisher<Packet>, Flow.Subscription {
    private final Machine machine;
    private final Op op;
    private final int count;
    private final End end;
    private Flow.@Nullable Subscriber<? super Packet> subscriber;
    private long demand;
    private int sent;
    private boolean scheduled;
    private boolean over;

    /** How the stream ends when all items are out. */
    @FunctionalInterface
    interface End {
        /** Null when it ends well. */
        @Nullable
        Throwable end();
    }

    ScriptedItems(Machine machine, Op op, int count, End end) {
        this.machine = machine;
        this.op = op;
        this.count = count;
        this.end = end;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Packet> taker) {
        if (subscriber != null) {
            machine.world().violated("V4", "operation " + op.number() + " has its items subscribed to twice");
            return;
        }
        subscriber = taker;
        taker.onSubscribe(this);
        schedule();
    }

    @Override
    public void request(long wanted) {
        if (wanted <= 0) {
            machine.world().violated("V4", "operation " + op.number() + " is asked for " + wanted + " items");
        }
        demand += wanted;
        schedule();
    }

    @Override
    public void cancel() {
        over = true;
    }

    private void schedule() {
        if (!scheduled && !over && (demand > 0 || sent == count)) {
            scheduled = true;
            machine.after(op.stream().pace(), this::emit);
        }
    }

    private void emit() {
        scheduled = false;
        Flow.Subscriber<? super Packet> taker = subscriber;
        if (taker == null) {
            return;
        }
        boolean more = true;
        while (more && !over && demand > 0 && sent < count) {
            demand--;
            taker.onNext(Packet.item(op.number(), sent++, op.stream().size()));
            more = op.stream().pace() == 0;
        }
        if (sent == count && !over) {
            over = true;
            finish(taker);
        } else {
            schedule();
        }
    }

    private void finish(Flow.Subscriber<? super Packet> taker) {
        Throwable failure = end.end();
        if (failure == null) {
            taker.onComplete();
        } else {
            taker.onError(failure);
        }
    }
}
