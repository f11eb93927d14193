package io.rpcidl.conformance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plays a transcript against the Java state machine; fails with the step and what differs there. */
final class TranscriptRunner {

    /** How what comes in is cut into pieces. */
    enum Slices {
        WHOLE_FRAMES,
        SINGLE_OCTETS
    }

    private static final Set<String> KINDS =
            Set.of(("in octets out events credit advance call cancel enter reply declare"
                            + " fail ended drain takes cut pong repeat send end take")
                    .split(" "));
    private static final Set<String> MEMBERS =
            Set.of(("in octets out events credit advance call cancel enter reply declare"
                            + " fail ended drain takes cut pong repeat send end take uploads streams of item items bad about steps entries"
                            + " method arguments deadline oneway metadata service hash waits refused result runs number error code"
                            + " transient retryAfter correlation")
                    .split(" "));
    private static final int SINGLE_OCTETS_UP_TO = 4_096;

    private final Transcript transcript;
    private final Slices slices;
    private final TestedSide side;
    private final FramePattern patterns;
    private final Deque<SentFrame> sent = new ArrayDeque<>();
    /** What CREDIT has given in all, by call id; 0 is the cost of requests. */
    private final Map<Long, Long> credit = new HashMap<>();

    private byte[] partial = {};

    private TranscriptRunner(Transcript transcript, Slices slices) {
        this.transcript = transcript;
        this.slices = slices;
        this.side = new TestedSide(transcript);
        this.patterns = new FramePattern(transcript.settings());
    }

    /** Plays all of it. */
    static void play(Transcript transcript, Slices slices) {
        new TranscriptRunner(transcript, slices).play();
    }

    private void play() {
        List<Node> steps = transcript.steps();
        for (int i = 0; i < steps.size(); i++) {
            attempt(steps.get(i), "step " + (i + 1), 0);
        }
        collect();
        if (!sent.isEmpty()) {
            throw new AssertionError(transcript.name() + " ends, but this was sent: "
                    + sent.stream().map(SentFrame::hex).toList());
        }
        if (!side.events.isEmpty()) {
            throw new AssertionError(transcript.name() + " ends, but this has happened: " + side.events);
        }
        if (!side.state().equals(transcript.state())) {
            throw new AssertionError(transcript.name() + " ends " + side.state() + ", not " + transcript.state());
        }
    }

    private void attempt(Node step, String where, long round) {
        try {
            step(step, where, round);
        } catch (PlayedFailure e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            throw new PlayedFailure(transcript.name() + ", " + where + ": " + e.getMessage() + "; step " + step, e);
        }
    }

    /** A failure whose message says where it is. */
    private static final class PlayedFailure extends AssertionError {

        private static final long serialVersionUID = 1;

        PlayedFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private void step(Node step, String where, long round) {
        step.allow(MEMBERS);
        String kind = step.kind(KINDS);
        switch (kind) {
            case "in", "octets" -> receive(step, kind, round);
            case "out" -> sent(step, round);
            case "events" -> happened(step);
            case "credit" -> returned(step);
            case "repeat" -> {
                for (long i = 0; i < step.number(kind); i++) {
                    for (Node inner : step.nodes("steps")) {
                        attempt(inner, where + ", round " + i, i);
                    }
                }
            }
            default -> act(step, kind);
        }
    }

    private void act(Node step, String kind) {
        boolean runs = step.is("runs");
        if (step.has("metadata") && !kind.equals("call")) {
            side.answerMetadata(step.number(kind), HexText.octets(step.text("metadata"), 0));
        }
        switch (kind) {
            case "advance" -> side.advance(step.number(kind));
            case "call" -> side.call(step);
            case "cancel" -> side.cancel(step.text(kind), step.is("waits"));
            case "enter" -> {
                if (side.enter(step.number(kind)) == step.is("refused")) {
                    throw new AssertionError("the handler was " + (step.is("refused") ? "" : "not ") + "entered");
                }
            }
            case "reply" -> side.reply(step.number(kind), HexText.octets(step.text("result"), 0), runs);
            case "declare" ->
                side.declare(
                        step.number(kind), (int) step.number("number"), HexText.octets(step.text("error"), 0), runs);
            case "fail" -> side.fail(step.number(kind), step);
            case "ended" -> side.ended(step.number(kind), false);
            case "drain" -> side.drain(step.text(kind));
            case "cut" -> side.cut();
            case "send" -> side.send(String.valueOf(step.get(kind)), HexText.octets(step.text("item"), 0));
            case "end" -> side.endUpload(step.text(kind));
            case "take" -> side.take(String.valueOf(step.get(kind)), step.number("items", 0), step.is("waits"));
            case "pong" ->
                side.received(
                        HexText.octets("08 00 00 0b 00 00 00 00" + Hex.number(8, patterns.pinged(step.text(kind))), 0));
            default -> {
                if (step.get(kind) instanceof String all && all.equals("all")) {
                    side.takesAll();
                } else {
                    side.takes(step.number(kind));
                }
            }
        }
    }

    private void receive(Node step, String kind, long round) {
        List<String> parts = step.get(kind) instanceof String one ? List.of(one) : step.texts(kind);
        for (String part : parts) {
            byte[] octets = HexText.octets(part, round);
            if (slices == Slices.WHOLE_FRAMES || octets.length > SINGLE_OCTETS_UP_TO) {
                side.received(octets);
                continue;
            }
            for (byte octet : octets) {
                side.received(new byte[] {octet});
            }
        }
    }

    /** Cuts what was sent into frames, and takes out CREDIT: when it comes is free (W-7.10, W-7.13). */
    private void collect() {
        byte[] more = side.output.toByteArray();
        side.output.reset();
        byte[] all = new byte[partial.length + more.length];
        System.arraycopy(partial, 0, all, 0, partial.length);
        System.arraycopy(more, 0, all, partial.length, more.length);
        int offset = 0;
        for (SentFrame frame = SentFrame.first(all, 0); frame != null; frame = SentFrame.first(all, offset)) {
            offset += frame.octets().length;
            if (frame.type().equals("CREDIT")) {
                credit.merge(frame.call(), frame.payload().u32(), Long::sum);
            } else {
                sent.add(frame);
            }
        }
        partial = Arrays.copyOfRange(all, offset, all.length);
    }

    private void sent(Node step, long round) {
        collect();
        for (Object pattern : step.list("out")) {
            if (pattern instanceof String exact) {
                FramePattern.exact(exact, round, sent.poll());
            } else {
                patterns.take(Node.of(pattern), sent);
            }
        }
        if (!sent.isEmpty()) {
            throw new AssertionError(
                    "more was sent: " + sent.stream().map(SentFrame::hex).toList());
        }
    }

    /** Compares what has happened: of each call in this order, up to the words that the transcript does not give. */
    private void happened(Node step) {
        Map<String, List<String>> expected = byCall(step.texts("events"));
        Map<String, List<String>> found = byCall(side.events);
        // A call that arrives and is cancelled before the transcript looks need not be seen at all.
        found.entrySet()
                .removeIf(call -> !expected.containsKey(call.getKey())
                        && call.getValue().size() == 2
                        && call.getValue().get(0).startsWith("arrived ")
                        && call.getValue().get(1).startsWith("cancelled "));
        boolean same = expected.keySet().equals(found.keySet())
                && expected.entrySet().stream().allMatch(call -> begin(call.getValue(), found.get(call.getKey())));
        if (!same) {
            throw new AssertionError("expected " + step.texts("events") + ", happened has " + side.events);
        }
        if (step.has("entries")) {
            MetadataContent.compare(step.get("entries"), side.events);
        }
        side.events.clear();
    }

    private static Map<String, List<String>> byCall(List<String> events) {
        Map<String, List<String>> byCall = new TreeMap<>();
        for (String event : events) {
            String[] words = event.split(" ");
            boolean second = words[0].equals("arrived") || words[0].equals("cancelled");
            byCall.computeIfAbsent(second ? words[1] : words[0], key -> new ArrayList<>())
                    .add(event);
        }
        return byCall;
    }

    private static boolean begin(List<String> expected, @Nullable List<String> found) {
        if (found == null || found.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            if (!(found.get(i) + " ").startsWith(expected.get(i) + " ")) {
                return false;
            }
        }
        return true;
    }

    private void returned(Node step) {
        collect();
        long least = Long.parseLong(String.valueOf(step.list("credit").get(0)));
        long most = Long.parseLong(String.valueOf(step.list("credit").get(1)));
        long given = credit.getOrDefault(step.number("of", 0), 0L);
        if (given < least || given > most) {
            throw new AssertionError(given + " octets were given back, not " + least + " to " + most);
        }
    }
}
