package io.rpcidl.conformance;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.Metadata;
import io.rpcidl.wire.MalformedDataException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the metadata in an event consists of (W-6.20), by the codec and the values that applications use. */
final class MetadataContent {

    /** Stands for octets that are no metadata. */
    private static final String NONE = "none";

    private static final String MARK = " metadata ";
    private static final StructCodec<Map<String, Bytes>> CODEC =
            Codecs.parameter("metadata", 1, "entries", Codecs.map(Codecs.STRING, Codecs.BYTES));

    private MetadataContent() {}

    /** Compares {@code entries}, octets by name or "none", with the metadata of the only event that has some. */
    static void compare(Object entries, List<String> events) {
        List<String> found =
                events.stream().filter(event -> event.contains(MARK)).toList();
        if (found.size() != 1) {
            throw new AssertionError("one event with metadata was expected, happened has " + events);
        }
        String event = found.get(0);
        Object content = content(event.substring(event.indexOf(MARK) + MARK.length()));
        Object expected = entries.equals(NONE) ? NONE : named(Node.of(entries));
        if (!expected.equals(content)) {
            throw new AssertionError("expected metadata " + expected + ", found " + content);
        }
    }

    private static Map<String, String> named(Node entries) {
        return entries.members().keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.toMap(
                        name -> name, name -> HexFormat.of().formatHex(HexText.octets(entries.text(name), 0))));
    }

    private static Object content(String octets) {
        try {
            Map<String, String> content = new TreeMap<>();
            Metadata.of(CODEC.decode(HexFormat.of().parseHex(octets)))
                    .asMap()
                    .forEach((name, value) -> content.put(name, HexFormat.of().formatHex(value.toByteArray())));
            return content;
        } catch (MalformedDataException | IllegalArgumentException refused) {
            return NONE;
        }
    }
}
