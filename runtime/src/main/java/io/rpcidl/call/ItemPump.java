package io.rpcidl.call;

import io.rpcidl.value.RpcCode;
import io.rpcidl.wire.UnencodableValueException;
import org.jspecify.annotations.Nullable;

/** Pulls the items of a caller and sends them, on a thread that may wait. */
final class ItemPump<I> {
    private static final System.Logger LOG = System.getLogger(ItemPump.class.getName());

    private final Items<I> items;
    private @Nullable Thread running;

    ItemPump(Items<I> items) {
        this.items = items;
    }

    /** Pulls until the items or the call have ended, and closes the items; on a thread of ours. */
    void run(StreamedCall<I, ?> call) {
        begin();
        try {
            pull(items, call);
        } finally {
            end();
        }
        close(items);
    }

    /** The call has ended: who waits for an item of the application need not wait longer. Any thread. */
    synchronized void interrupt() {
        if (running != null) {
            running.interrupt();
        }
    }

    private synchronized void begin() {
        running = Thread.currentThread();
    }

    /** From here on the thread belongs to others: no interrupt may reach it, none that came may stay. */
    private synchronized void end() {
        running = null;
        boolean unused = Thread.interrupted();
    }

    /** Pulls on the caller's own thread, which keeps its interrupts; the items stay open. */
    static <I> void pull(Items<I> items, StreamedCall<I, ?> call) {
        try {
            if (!call.over()) {
                items.giveTo(item -> send(item, call));
            }
            call.finish();
        } catch (Exception | Error failure) {
            giveUp(call, failure);
        }
    }

    /** Sends an item; false when the call wants no other. An interrupt gives the call up. */
    private static <I> boolean send(I item, StreamedCall<I, ?> call) {
        if (Thread.currentThread().isInterrupted()) {
            call.abandon();
            return false;
        }
        return call.upload().send(item, call::abandon) && !call.over();
    }

    /** Gives the call up because the items of its caller failed. */
    static void giveUp(StreamedCall<?, ?> call, Throwable failure) {
        if (failure instanceof UnencodableValueException bad) {
            RpcCode code = bad.isTooLarge() ? RpcCode.TOO_LARGE : RpcCode.BAD_REQUEST;
            call.stop(code, "an item can't be encoded: " + bad.getMessage(), null);
        } else {
            call.stop(RpcCode.CANCELLED, "the stream of items that were to be sent failed", failure);
        }
    }

    private static void close(Items<?> items) {
        try {
            items.close();
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.WARNING, "closing a stream of items failed", failure);
        }
    }
}
