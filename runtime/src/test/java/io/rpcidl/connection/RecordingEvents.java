package io.rpcidl.connection;

import io.rpcidl.frame.Drain;
import io.rpcidl.frame.Hello;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes down what a connection tells, and can act on calls that arrive. */
final class RecordingEvents implements ConnectionEvents {

    final List<String> log = new ArrayList<>();
    final List<IncomingCall> arrived = new ArrayList<>();
    final List<IncomingCall> cancelled = new ArrayList<>();
    final Map<IncomingCall, RecordingItems> itemsOf = new HashMap<>();
    Consumer<IncomingCall> handler = call -> {};

    @Nullable
    String closed;

    @Nullable
    String reset;

    @Nullable
    Drain drain;

    boolean paused;

    @Override
    public void established(Hello peer) {
        log.add("established " + peer.implementation());
    }

    @Override
    public void callArrived(IncomingCall call) {
        log.add("arrived " + call.callId() + " " + call.service().name() + "." + call.method() + " "
                + new String(call.body(), 0, Math.min(call.bodyLength(), 24_000), StandardCharsets.ISO_8859_1)
                + (call.oneway() ? " oneway" : ""));
        arrived.add(call);
        if (call.kind().streamsRequest() || call.kind().streamsResult()) {
            RecordingItems items = new RecordingItems(call.callId(), log);
            itemsOf.put(call, items);
            call.items(items);
        }
        handler.accept(call);
    }

    @Override
    public void callCancelled(IncomingCall call) {
        log.add("cancelled " + call.callId());
        cancelled.add(call);
    }

    @Override
    public void drained(Drain received) {
        log.add("drained " + received.code() + " " + received.lastAccepted());
        drain = received;
    }

    @Override
    public void closeTransport(String why) {
        log.add("close " + why);
        closed = why;
    }

    @Override
    public void resetTransport(String why) {
        log.add("reset " + why);
        reset = why;
    }

    @Override
    public void pauseReading() {
        log.add("pause");
        paused = true;
    }

    @Override
    public void resumeReading() {
        log.add("resume");
        paused = false;
    }
}
