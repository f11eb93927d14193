package io.rpcidl.benchmarks.rpc;

import io.rpcidl.benchmarks.rpc.NettyClientHandler.Request;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What calls the yardstick. */
final class NettyClient implements Contender.ClientSide {
    private static final byte[] NOTHING = {};

    private final NettyClientHandler handler;
    private byte[] blob = NOTHING;

    NettyClient(NettyClientHandler handler) {
        this.handler = handler;
    }

    @Override
    public void call(Message message, Completion completion) {
        handler.ask(request(message, completion));
    }

    private Request request(Message message, Completion completion) {
        return switch (message.shape()) {
            case SMALL -> new Request(NettyFrames.SMALL, message, 1, completion, NOTHING);
            case MEDIA -> new Request(NettyFrames.MEDIA, message, 1, completion, NOTHING);
            case BLOB -> new Request(NettyFrames.BLOB, message, 1, completion, octets(message.size()));
        };
    }

    @Override
    public void callAndWait(Message message) {
        Waiter waiter = new Waiter();
        handler.ask(request(message, waiter));
        waiter.await();
    }

    @Override
    public void stream(Contender.Direction direction, Message item, int count, Completion completion) {
        int kind = switch (direction) {
            case SERVER -> NettyFrames.GIVE;
            case CLIENT -> NettyFrames.TAKE;
            case BIDIRECTIONAL -> NettyFrames.ECHO;
        };
        handler.ask(new Request(kind, item, count, completion, octets(item.size())));
    }

    @Override
    public void hold(int millis, Completion completion) {
        handler.ask(new Request(NettyFrames.HOLD, Message.SMALL, millis, completion, NOTHING));
    }

    @Override
    public void close() {
        var unused = handler.context().close();
    }

    private byte[] octets(int size) {
        byte[] known = blob;
        if (known.length != size) {
            known = Message.octets(size);
            blob = known;
        }
        return known;
    }

    /** A caller that waits. */
    private static final class Waiter implements Completion {
        private final Thread caller = Thread.currentThread();
        private volatile boolean over;

        @Override
        public void done(@Nullable Throwable failure) {
            over = true;
            LockSupport.unpark(caller);
        }

        void await() {
            while (!over) {
                LockSupport.park(this);
            }
        }
    }
}
