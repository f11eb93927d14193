package io.rpcidl.connection;

import io.rpcidl.frame.Bind;
import io.rpcidl.frame.CallHead;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameReader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.Hello;
import io.rpcidl.frame.SchemaHash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A peer that sends whatever bytes the test wants to one connection, and reads its answers. */
final class RawPeer {

    final RecordingEvents events = new RecordingEvents();
    final Connection connection;
    final List<String> frames = new ArrayList<>();
    /** The payloads of these frames, in the same order. */
    final List<byte[]> payloads = new ArrayList<>();

    private final FrameReader reader = new FrameReader(FrameHeader.LONGEST_PAYLOAD);
    /** Below 0, as the clock of a JVM may be. */
    long now = -77_000_000_000L;

    long handed;

    @Nullable
    Drain drain;

    private RawPeer(boolean client, ConnectionSettings settings) {
        connection =
                client ? Connection.connecting(settings, events, now) : Connection.accepting(settings, events, now);
    }

    /** Against an accepting end that offers test.Echo; no HELLO was sent yet. */
    static RawPeer againstServer(ConnectionSettings settings) {
        return new RawPeer(false, settings);
    }

    static RawPeer againstServer() {
        return againstServer(ConnectionSettings.offering(Pair.ECHO));
    }

    /** Against a connecting end. */
    static RawPeer againstClient() {
        return againstClient(ConnectionSettings.offering(Pair.ECHO));
    }

    static RawPeer againstClient(ConnectionSettings settings) {
        return new RawPeer(true, settings);
    }

    /** Sends octets as they are written in the specification; anything but hexadecimal digits is a separator. */
    RawPeer octets(String hex) {
        return bytes(HexFormat.of().parseHex(hex.replaceAll("[^0-9a-fA-F]", "")));
    }

    RawPeer bytes(byte[] bytes) {
        connection.received(bytes, 0, bytes.length, now);
        read();
        return this;
    }

    RawPeer header(long word) {
        FrameWriter out = new FrameWriter();
        out.buffer().u64(word);
        return send(out);
    }

    RawPeer frame(FrameType type, int flags, int id, String hex) {
        return bytes(frameBytes(type, flags, id, hex));
    }

    static byte[] frameBytes(FrameType type, int flags, int id, String hex) {
        byte[] payload = HexFormat.of().parseHex(hex.replaceAll("[^0-9a-fA-F]", ""));
        FrameWriter out = new FrameWriter();
        out.begin(type, id);
        out.buffer().bytes(payload, 0, payload.length);
        out.finish(flags);
        return Arrays.copyOf(out.buffer().bytes(), out.buffer().length());
    }

    RawPeer hello() {
        return hello(ConnectionLimits.DEFAULT);
    }

    RawPeer hello(ConnectionLimits limits) {
        FrameWriter out = new FrameWriter();
        new Hello(List.of(Hello.VERSION), limits, 0, 0, "raw").write(out);
        return send(out);
    }

    RawPeer bind(int index, String name) {
        FrameWriter out = new FrameWriter();
        new Bind(index, SchemaHash.NONE, name).write(out);
        return send(out);
    }

    /** A CALL to the service with index 0, method 1, with as many arguments. */
    RawPeer call(int id, int flags, CallKind kind, int arguments) {
        FrameWriter out = new FrameWriter();
        out.begin(FrameType.CALL, id);
        CallHead.write(out.buffer(), Long.MAX_VALUE, kind, 0, 1, null);
        out.buffer().bytes(new byte[arguments], 0, arguments);
        out.finish(flags);
        return send(out);
    }

    RawPeer call(int id) {
        return call(id, FrameHeader.END, CallKind.UNARY, 3);
    }

    RawPeer send(FrameWriter out) {
        connection.received(out.buffer().bytes(), 0, out.buffer().length(), now);
        read();
        return this;
    }

    /** Moves the clock on, with all timers on the way. */
    RawPeer advance(long nanos) {
        now += nanos;
        connection.timer(now);
        read();
        return this;
    }

    /** Takes the connection's output, reads its frames, and reports all of it as taken. */
    void read() {
        connection.drainOutput(
                (bytes, offset, length) -> {
                    handed += length;
                    reader.feed(bytes, offset, length);
                    while (reader.next()) {
                        frames.add(reader.type() + " " + Integer.toUnsignedString(reader.callId()));
                        payloads.add(Arrays.copyOfRange(
                                reader.payload().bytes(),
                                reader.payload().position(),
                                reader.payload().position() + reader.payload().remaining()));
                        if (reader.type() == FrameType.DRAIN) {
                            drain = Drain.read(reader.payload());
                        }
                    }
                },
                now);
        connection.taken(handed, now);
    }

    /** How long the payloads of all frames of this kind were, like "ITEM 1", in their order. */
    List<Integer> lengths(String frame) {
        return IntStream.range(0, frames.size())
                .filter(i -> frames.get(i).equals(frame))
                .mapToObj(i -> payloads.get(i).length)
                .toList();
    }

    /** What each CREDIT for this call has given, in their order. */
    List<Integer> credits(int id) {
        return IntStream.range(0, frames.size())
                .filter(i -> frames.get(i).equals("CREDIT " + id))
                .mapToObj(i -> ByteBuffer.wrap(payloads.get(i))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt())
                .toList();
    }

    /** The text of the DRAIN that ended the connection. */
    String ended() {
        if (drain == null || events.closed == null) {
            return "not ended, " + frames;
        }
        return drain.code() + " " + drain.text();
    }
}
