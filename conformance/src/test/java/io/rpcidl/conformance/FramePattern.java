package io.rpcidl.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a transcript expects of the frames that the tested side sends, where more than one octet sequence is right. */
final class FramePattern {

    private static final Set<String> KINDS =
            Set.of("HELLO", "REPLY", "DECLARED", "ERROR", "DRAIN", "PING", "CALL", "ITEM", "rest", "exact");
    private static final Set<String> MEMBERS =
            Set.of(("HELLO REPLY DECLARED ERROR DRAIN PING CALL ITEM rest exact item result"
                            + " error arguments number code dispatched transient retryAfter correlation clauses incomplete largest"
                            + " remaining times step method uploads streams")
                    .split(" "));
    private static final List<String> CODES =
            List.of(("0 UNKNOWN_METHOD BAD_REQUEST UNAUTHENTICATED FORBIDDEN OVERLOADED"
                            + " DRAINING DEADLINE CANCELLED TOO_LARGE INCOMPATIBLE INTERNAL STALE_SESSION")
                    .split(" "));
    private static final List<String> DRAIN_CODES = List.of(
            ("GOING_AWAY VERSION_REFUSED PROTOCOL_VIOLATION LIMIT_EXCEEDED" + " INCOMPATIBLE_HELLO IDLE INTERNAL")
                    .split(" "));
    private static final Map<String, Long> UNSTATED = Map.of(
            "frame",
            16_384L,
            "message",
            65_536L,
            "calls",
            16L,
            "requests",
            1L << 20,
            "credit",
            65_536L,
            "idle",
            0L,
            "pings",
            10_000L);
    private static final List<String> LIMITS =
            List.of("frame", "message", "calls", "requests", "credit", "idle", "pings");

    private final Node settings;
    private final Map<String, Long> pings = new HashMap<>();
    /** Messages of which a part has come, by call. */
    private final Map<Long, Message> incomplete = new HashMap<>();

    FramePattern(Node settings) {
        this.settings = settings;
    }

    /** The value of a setting, which a HELLO may leave out when it is the unstated one. */
    static long setting(Node settings, String name) {
        return settings.number(name, UNSTATED.getOrDefault(name, 0L));
    }

    /** The octets of a PING that was seen under this name. */
    long pinged(String name) {
        Long octets = pings.get(name);
        if (octets == null) {
            throw new AssertionError("no PING " + name + " was seen");
        }
        return octets;
    }

    /** Takes the frames that the pattern is about; fails when they are others. */
    void take(Node pattern, Deque<SentFrame> sent) {
        pattern.allow(MEMBERS);
        String kind = pattern.kind(KINDS);
        if (kind.equals("rest")) {
            pieces(pattern, pattern.number(kind), sent);
            return;
        }
        if (kind.equals("exact")) {
            for (long i = 0; i < pattern.number("times"); i++) {
                exact(pattern.text(kind), i, sent.poll());
            }
            return;
        }
        for (long i = 0; i < pattern.number("times", 1); i++) {
            long step = pattern.number("step", 0) * i;
            long call = Set.of("HELLO", "DRAIN", "PING").contains(kind) ? 0 : pattern.number(kind) + step;
            SentFrame frame = next(pattern, sent);
            expect("type", kind.equals("DECLARED") ? "ERROR" : kind, frame.type(), frame);
            expect("call id", call, frame.call(), frame);
            match(kind, pattern, frame, sent);
        }
    }

    private void match(String kind, Node pattern, SentFrame frame, Deque<SentFrame> sent) {
        SentFrame.Payload in = frame.payload();
        switch (kind) {
            case "HELLO" -> hello(in, frame);
            case "ERROR" -> error(pattern, in, frame);
            case "DRAIN" -> drain(pattern, in, frame);
            case "PING" -> pings.put(pattern.text(kind), in.number(8));
            default -> message(kind, pattern, frame, sent);
        }
        if (!Set.of("REPLY", "DECLARED", "CALL", "ITEM").contains(kind)) {
            expect("end of the payload", true, in.atEnd(), frame);
            expect("flags", kind.equals("ERROR") ? SentFrame.END : 0, frame.flags(), frame);
        }
    }

    /** Exactly these octets, as they are in the round {@code i} of a repetition. */
    static void exact(String text, long i, @Nullable SentFrame frame) {
        if (frame == null) {
            throw new AssertionError("nothing more was sent, expected " + text);
        }
        if (!Arrays.equals(frame.octets(), HexText.octets(text, i))) {
            throw new AssertionError("expected " + text + ", sent was " + frame.hex());
        }
    }

    private void hello(SentFrame.Payload in, SentFrame frame) {
        expect("magic", "rpci", new String(in.take(4), StandardCharsets.US_ASCII), frame);
        expect("count of versions", 1, in.u8(), frame);
        expect("version", 1, in.u16(), frame);
        Map<Integer, byte[]> stated = new TreeMap<>();
        while (!in.atEnd()) {
            int number = in.u16();
            expect("no critical parameter", 0, number & 0x8000, frame);
            expect("parameter " + number + " once", null, stated.put(number, in.take(in.u16())), frame);
        }
        for (int i = 0; i < LIMITS.size(); i++) {
            String name = LIMITS.get(i);
            byte[] value = stated.remove(i + 1);
            long found = value == null ? UNSTATED.getOrDefault(name, 0L) : number(value);
            expect("parameter " + name, setting(settings, name), found, frame);
        }
        expect(
                "other parameters than 8 and 10 to 12",
                true,
                Set.of(8, 10, 11, 12).containsAll(stated.keySet()),
                frame);
    }

    private static long number(byte[] octets) {
        long value = 0;
        for (int i = octets.length - 1; i >= 0; i--) {
            value = value << 8 | octets[i] & 0xFF;
        }
        return value;
    }

    private static void error(Node pattern, SentFrame.Payload in, SentFrame frame) {
        in.take(8);
        int flags = in.u8();
        expect("flag DISPATCHED", pattern.is("dispatched"), (flags & 2) != 0, frame);
        if (pattern.has("transient")) {
            expect("flag TRANSIENT", pattern.is("transient"), (flags & 4) != 0, frame);
        }
        expect("flags METADATA, DECLARED, 64, 128", 0, flags & 0xC9, frame);
        int code = in.u8();
        expect("code", pattern.text("code"), code < CODES.size() ? CODES.get(code) : String.valueOf(code), frame);
        long retryAfter = (flags & 16) == 0 ? 0 : in.u32();
        long correlation = (flags & 32) == 0 ? 0 : in.number(8);
        if (pattern.has("retryAfter")) {
            expect("retry-after", pattern.number("retryAfter"), retryAfter, frame);
        }
        if (pattern.has("correlation")) {
            expect("correlation", pattern.number("correlation"), correlation, frame);
        }
        in.text(512);
    }

    private static void drain(Node pattern, SentFrame.Payload in, SentFrame frame) {
        List<Long> last = pattern.has("DRAIN") && pattern.get("DRAIN") instanceof List<?>
                ? pattern.texts("DRAIN").stream().map(Long::valueOf).toList()
                : List.of(pattern.number("DRAIN"));
        expect("last accepted id among " + last, true, last.contains(in.u32()), frame);
        expect("code", pattern.text("code"), DRAIN_CODES.get(in.u8()), frame);
        in.u32();
        String text = in.text(512);
        List<String> clauses = pattern.texts("clauses");
        if (!clauses.isEmpty() && clauses.stream().noneMatch(clause -> text.startsWith(clause + ":"))) {
            throw new AssertionError("a DRAIN that names one of " + clauses + " was expected, not '" + text + "'");
        }
    }

    private void message(String kind, Node pattern, SentFrame frame, Deque<SentFrame> sent) {
        SentFrame.Payload in = frame.payload();
        String member = head(kind, pattern, in, frame);
        int last = kind.equals("ITEM") || pattern.is("uploads") ? 0 : SentFrame.END;
        Message message = new Message(HexText.octets(pattern.text(member), 0), last);
        if (frame.flags() == SentFrame.MORE) {
            expect("total", (long) message.expected.length, in.u32(), frame);
        }
        message.add(in.rest(), frame);
        incomplete.put(frame.call(), message);
        largest(pattern, frame);
        if (frame.flags() == SentFrame.MORE) {
            pieces(pattern, frame.call(), sent);
        } else {
            message.complete(pattern, frame);
        }
    }

    /** Takes what stands in front of the message; returns the member of the pattern that has the message. */
    private static String head(String kind, Node pattern, SentFrame.Payload in, SentFrame frame) {
        switch (kind) {
            case "CALL" -> {
                int streams = (pattern.is("uploads") ? 32 : 0) + (pattern.is("streams") ? 16 : 0);
                expect("remaining time", pattern.number("remaining", 0), in.u32(), frame);
                expect("flags", streams, in.u8(), frame);
                expect("service", 0L, in.varint(), frame);
                expect("method", pattern.number("method"), in.varint(), frame);
                return "arguments";
            }
            case "DECLARED" -> {
                in.take(8);
                expect("flags", 10, in.u8(), frame);
                expect("number", pattern.number("number"), in.varint(), frame);
                return "error";
            }
            case "REPLY" -> {
                in.take(8);
                expect("flags", 0, in.u8(), frame);
                return "result";
            }
            default -> {
                return "item";
            }
        }
    }

    /** The ITEM frames of a message, up to its last one or, when it is told to be incomplete, to the last that is here. */
    private void pieces(Node pattern, long call, Deque<SentFrame> sent) {
        Message message = incomplete.get(call);
        if (message == null) {
            throw new AssertionError("no message of call " + call + " has begun");
        }
        while (!(pattern.is("incomplete") && sent.isEmpty())) {
            SentFrame frame = next(pattern, sent);
            expect("type", "ITEM", frame.type(), frame);
            expect("call id", call, frame.call(), frame);
            message.add(frame.payload().rest(), frame);
            largest(pattern, frame);
            if (frame.flags() != SentFrame.MORE) {
                message.complete(pattern, frame);
                return;
            }
        }
    }

    private static void largest(Node pattern, SentFrame frame) {
        if (pattern.has("largest") && frame.octets().length - 8 > pattern.number("largest")) {
            throw new AssertionError("a payload of " + (frame.octets().length - 8) + " octets");
        }
    }

    private static SentFrame next(Node pattern, Deque<SentFrame> sent) {
        SentFrame frame = sent.poll();
        if (frame == null) {
            throw new AssertionError("nothing more was sent, expected " + pattern);
        }
        return frame;
    }

    static void expect(String what, @Nullable Object expected, @Nullable Object found, SentFrame frame) {
        if (expected == null ? found != null : !expected.equals(found)) {
            throw new AssertionError(what + ": expected " + expected + ", found " + found + " in " + frame.hex());
        }
    }

    /** A message as far as it has come. */
    private static final class Message {

        private final byte[] expected;
        /** What its last frame has: END, or nothing. */
        private final int last;

        private int received;

        Message(byte[] expected, int last) {
            this.expected = expected;
            this.last = last;
        }

        void add(byte[] piece, SentFrame frame) {
            int end = Math.min(received + piece.length, expected.length);
            expect("octets of the message", true, received + piece.length <= expected.length, frame);
            expect("octets", true, Arrays.equals(Arrays.copyOfRange(expected, received, end), piece), frame);
            received = end;
        }

        void complete(Node pattern, SentFrame frame) {
            expect("END of the message", false, pattern.is("incomplete"), frame);
            expect("flags of the last frame", last, frame.flags(), frame);
            expect("length of the message", expected.length, received, frame);
        }
    }
}
