package io.rpcidl.conformance;

import io.rpcidl.connection.CallTarget;
import io.rpcidl.connection.Connection;
import io.rpcidl.connection.ConnectionEvents;
import io.rpcidl.connection.ConnectionSettings;
import io.rpcidl.connection.ConnectionTimes;
import io.rpcidl.connection.ErrorReply;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.connection.OfferedService;
import io.rpcidl.connection.OutgoingCall;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.Hello;
import io.rpcidl.frame.SchemaHash;
import io.rpcidl.value.RpcCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The Java state machine under test, with a clock, a transport and a layer above it that the transcript plays. */
final class TestedSide implements ConnectionEvents {

    static final String SERVICE = "test.Echo";

    private static final int MOST_HEX = 64;

    private record Offered(String name, SchemaHash hash) implements OfferedService {}

    /** What has happened since the transcript looked last. */
    final List<String> events = new ArrayList<>();
    /** What was handed over and the transcript has not looked at. */
    final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private final Connection connection;
    private final Map<Long, IncomingCall> incoming = new HashMap<>();
    private final Map<String, OutgoingCall> outgoing = new HashMap<>();
    /** What takes the items of each call, by the name or id of the call. */
    private final Map<String, ScriptedItems> items = new LinkedHashMap<>();

    private final boolean takesAtOnce;
    private final Set<Long> entered = new HashSet<>();
    /** Calls that were cancelled: their handler, if it has not begun, never will. */
    private final List<IncomingCall> withdrawn = new ArrayList<>();
    /** Below 0, as the clock of a JVM may be. */
    private long now = -77_000_000_000L;

    private long handed;
    private long taken;
    /** How much the transport takes in all. */
    private long room = Long.MAX_VALUE;

    private boolean ending;

    TestedSide(Transcript transcript) {
        Node told = transcript.settings();
        takesAtOnce = !told.is("holds");
        ConnectionLimits limits = new ConnectionLimits(
                (int) FramePattern.setting(told, "frame"),
                (int) FramePattern.setting(told, "message"),
                (int) FramePattern.setting(told, "calls"),
                FramePattern.setting(told, "requests"),
                FramePattern.setting(told, "credit"),
                FramePattern.setting(told, "idle"),
                FramePattern.setting(told, "pings"));
        SchemaHash hash = told.has("hash") ? hash(told.text("hash")) : SchemaHash.NONE;
        ConnectionTimes standard = ConnectionTimes.DEFAULT;
        ConnectionTimes times = new ConnectionTimes(
                standard.hello(),
                standard.frame(),
                standard.drain(),
                standard.keepAlive(),
                TimeUnit.SECONDS.toNanos(2));
        ConnectionSettings settings = ConnectionSettings.offering(
                        name -> name.equals(SERVICE) ? new Offered(name, hash) : null)
                .withLimits(limits)
                .withTimes(times);
        if (told.has("streams")) {
            settings = settings.withStreamBytes(told.number("streams"));
        }
        connection = transcript.connecting()
                ? Connection.connecting(settings, this, now)
                : Connection.accepting(settings, this, now);
        pump();
    }

    private static SchemaHash hash(String hex) {
        ByteBuffer octets = ByteBuffer.wrap(HexText.octets(hex, 0)).order(ByteOrder.LITTLE_ENDIAN);
        return new SchemaHash(octets.getLong(), octets.getLong());
    }

    String state() {
        if (connection.closed()) {
            return ending ? "closed" : "closed, but the transport was not told";
        }
        return connection.draining() ? "draining" : "open";
    }

    /** Octets come from the other side. */
    void received(byte[] octets) {
        connection.received(octets, 0, octets.length, now);
        pump();
        advance(0);
    }

    /** Time passes, with all timers on the way. */
    void advance(long millis) {
        long until = now + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long next = connection.nextTimer(); next <= until; next = connection.nextTimer()) {
            now = Math.max(now, next);
            connection.timer(now);
            pump();
        }
        now = until;
    }

    /** The transport takes so many octets more. */
    void takes(long octets) {
        room = taken + octets;
        pump();
    }

    void takesAll() {
        room = Long.MAX_VALUE;
        pump();
    }

    void cut() {
        ending = true;
        connection.transportClosed("cut", now);
        pump();
    }

    void drain(String code) {
        connection.drain(DrainCode.valueOf(code), "told to", now);
        pump();
    }

    void call(Node step) {
        long deadline = step.has("deadline")
                ? now + TimeUnit.MILLISECONDS.toNanos(step.number("deadline"))
                : OutgoingCall.NO_DEADLINE;
        CallTarget target = new CallTarget(
                step.has("service") ? step.text("service") : SERVICE,
                step.has("hash") ? hash(step.text("hash")) : SchemaHash.NONE,
                (int) step.number("method", 1),
                step.is("oneway") ? CallKind.ONEWAY : CallKind.streaming(step.is("uploads"), step.is("streams")));
        byte[] arguments = HexText.octets(step.text("arguments"), 0);
        String name = step.text("call");
        ScriptedItems taker = new ScriptedItems(name, events, takesAtOnce);
        items.put(name, taker);
        ScriptedCall call = new ScriptedCall(name, events, target, deadline, arguments).with(taker);
        if (step.has("metadata")) {
            call.with(HexText.octets(step.text("metadata"), 0));
        }
        outgoing.put(name, call);
        connection.submit(call, now);
        pump();
    }

    void cancel(String name, boolean waits) {
        OutgoingCall call = own(name);
        if (waits) {
            connection.requestCancel(call, now);
        } else {
            connection.cancel(call, CancelReason.CANCELLED, now);
        }
        pump();
    }

    /** An item is made for the call with this name, or this id when it is served here. */
    void send(String call, byte[] item) {
        OutgoingCall own = outgoing.get(call);
        if (own != null) {
            own.addItem(item);
        } else {
            connection.sendItem(arrived(Long.parseLong(call)), item, now);
        }
        pump();
    }

    void endUpload(String call) {
        own(call).endItems();
        pump();
    }

    /** The application takes items, and waits for more of them or not. */
    void take(String call, long count, boolean waits) {
        ScriptedItems taker = items.get(call);
        if (taker == null) {
            throw new IllegalArgumentException("no items come for " + call);
        }
        taker.waits(waits);
        taken(call, taker.taken(count));
        pump();
    }

    private void taken(String call, long cost) {
        if (outgoing.containsKey(call)) {
            connection.itemsTaken(own(call), cost, now);
        } else {
            connection.itemsTaken(arrived(Long.parseLong(call)), cost, now);
        }
    }

    private OutgoingCall own(String name) {
        OutgoingCall call = outgoing.get(name);
        if (call == null) {
            throw new IllegalArgumentException("no call was made with the name " + name);
        }
        return call;
    }

    /** The handler begins, when it still may. */
    boolean enter(long id) {
        boolean enters = arrived(id).enter(now);
        if (enters) {
            entered.add(id);
        }
        return enters;
    }

    /** Adds metadata to the answer that follows. */
    void answerMetadata(long id, byte[] metadata) {
        arrived(id).answerMetadata(metadata);
    }

    void reply(long id, byte[] result, boolean runs) {
        connection.reply(arrived(id), result, 0, result.length, now);
        ended(id, runs);
    }

    void declare(long id, int number, byte[] error, boolean runs) {
        connection.declaredError(arrived(id), number, error, 0, error.length, now);
        ended(id, runs);
    }

    void fail(long id, Node step) {
        RpcCode code = RpcCode.valueOf(step.text("code"));
        ErrorReply error = step.is("transient") ? ErrorReply.passing(code, "told") : ErrorReply.lasting(code, "told");
        connection.fail(
                arrived(id),
                error.withRetryAfterMillis(step.number("retryAfter", 0)).withCorrelation(step.number("correlation", 0)),
                now);
        ended(id, step.is("runs"));
    }

    void ended(long id, boolean runs) {
        if (!runs) {
            connection.handlerEnded(arrived(id), now);
        }
        pump();
    }

    private IncomingCall arrived(long id) {
        IncomingCall call = incoming.get(id);
        if (call == null) {
            throw new AssertionError("the call " + id + " has not arrived");
        }
        return call;
    }

    /** Moves output to the transport while it takes any, and lets go of calls that will never be entered. */
    private void pump() {
        while (!withdrawn.isEmpty()) {
            IncomingCall call = withdrawn.remove(0);
            if (!entered.contains(call.callId())) {
                connection.handlerEnded(call, now);
            }
        }
        items.forEach((call, taker) -> {
            long cost = taker.takenAtOnce();
            if (cost >= 0) {
                taken(call, cost);
            }
        });
        while (room > taken && connection.drainOutput(this::write, now) > 0) {
            taken = Math.min(handed, room);
            connection.taken(taken, now);
        }
        if (Math.min(handed, room) > taken) {
            taken = Math.min(handed, room);
            connection.taken(taken, now);
            pump();
        }
    }

    private void write(byte[] bytes, int offset, int length) {
        output.write(bytes, offset, length);
        handed += length;
    }

    @Override
    public void established(Hello peer) {
        // What the peer states shows in what is sent to it.
    }

    @Override
    public void callArrived(IncomingCall call) {
        incoming.put(call.callId(), call);
        String arguments = call.bodyLength() > MOST_HEX
                ? call.bodyLength() + " octets"
                : HexFormat.of().formatHex(call.body(), 0, call.bodyLength());
        events.add("arrived " + call.callId() + " method " + Integer.toUnsignedString(call.method())
                + (call.oneway() ? " oneway" : "")
                + (call.kind().streamsRequest() ? " uploads" : "")
                + (call.kind().streamsResult() ? " streams" : "")
                + " " + arguments + ScriptedCall.words(call.metadata()));
        if (call.kind().streamsRequest()) {
            ScriptedItems taker = new ScriptedItems(String.valueOf(call.callId()), events, takesAtOnce);
            items.put(String.valueOf(call.callId()), taker);
            call.items(taker);
        }
    }

    @Override
    public void callCancelled(IncomingCall call) {
        events.add("cancelled " + call.callId());
        withdrawn.add(call);
    }

    @Override
    public void drained(Drain drain) {
        // Shows in the state and in what becomes of calls.
    }

    @Override
    public void closeTransport(String why) {
        ending = true;
    }

    @Override
    public void resetTransport(String why) {
        ending = true;
        events.add("released");
    }

    @Override
    public void pauseReading() {
        events.add("stops reading");
    }

    @Override
    public void resumeReading() {
        events.add("reads again");
    }
}
