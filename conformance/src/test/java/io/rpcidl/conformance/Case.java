package io.rpcidl.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A vector as it is read from its file.
 *
 * @param bytes null when there is only JSON, to be refused or written
 * @param value its JSON, null when octets are refused
 * @param reencoded what a writer makes of the value, null when octets are refused
 * @param canonical what is told of its canonical form
 * @param refused the clauses that a refusal may name; empty when there is a value
 */
record Case(
        String id,
        String clause,
        String level,
        Kind kind,
        byte @Nullable [] bytes,
        @Nullable String value,
        byte @Nullable [] reencoded,
        Canonical canonical,
        List<String> refused,
        @Nullable Written writer) {

    static final Path FOLDER = Path.of("vectors");

    private static final Set<String> MEMBERS = Set.of(
            "id",
            "clause",
            "level",
            "schema",
            "form",
            "type",
            "writer",
            "bytes",
            "value",
            "valueText",
            "reencoded",
            "written",
            "canonical",
            "noCanonical",
            "refused");

    /** What the octets are. */
    record Kind(String schema, String form, String type) {}

    /** The value that another version of the schema has written. */
    record Written(String schema, String value) {}

    /**
     * What is told of the canonical form of the value.
     *
     * @param octets null when nothing is told
     * @param refused the clauses that the lack of one may name; empty when there is one, or nothing is told
     */
    record Canonical(byte @Nullable [] octets, List<String> refused) {}

    boolean bad() {
        return !refused.isEmpty();
    }

    /** All vectors of all files, in the order of the paths. */
    static List<Case> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Case> all = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!(Json.tree(Files.readString(file)) instanceof Map<?, ?> top
                        && top.get("vectors") instanceof List<?> vectors)) {
                    throw new IllegalStateException(file + " holds no vectors");
                }
                for (Object vector : vectors) {
                    all.add(read(file, (Map<?, ?>) Objects.requireNonNull(vector)));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(Path file, Map<?, ?> vector) {
        if (!MEMBERS.containsAll(vector.keySet())) {
            throw new IllegalStateException(file + " has a vector with other members than " + MEMBERS);
        }
        Kind kind = new Kind(text(vector, "schema"), text(vector, "form"), text(vector, "type"));
        byte[] bytes = vector.containsKey("bytes") ? octets(vector.get("bytes")) : null;
        String value = null;
        if (vector.containsKey("value")) {
            value = Json.text(vector.get("value"));
        } else if (vector.containsKey("valueText")) {
            value = whole(vector.get("valueText"));
        }
        byte[] reencoded = bytes;
        for (String member : List.of("reencoded", "written")) {
            reencoded = vector.containsKey(member) ? octets(vector.get(member)) : reencoded;
        }
        List<String> refused = clauses(vector, "refused");
        byte[] canonical = vector.containsKey("canonical") ? octets(vector.get("canonical")) : null;
        Written written = null;
        if (vector.get("writer") instanceof Map<?, ?> writer) {
            written = new Written(text(writer, "schema"), Json.text(writer.get("value")));
        }
        return new Case(
                text(vector, "id"),
                text(vector, "clause"),
                text(vector, "level"),
                kind,
                bytes,
                value,
                refused.isEmpty() ? reencoded : null,
                new Canonical(canonical, clauses(vector, "noCanonical")),
                refused,
                written);
    }

    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("a vector has no " + name + ": " + members.get("id"));
    }

    private static List<String> clauses(Map<?, ?> members, String name) {
        return members.get(name) instanceof List<?> clauses
                ? clauses.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static byte[] octets(@Nullable Object member) {
        return HexFormat.of().parseHex(whole(member));
    }

    /** The text of a member that is a string, or an array of strings and of what is repeated. */
    private static String whole(@Nullable Object member) {
        if (member instanceof String text) {
            return text;
        }
        StringBuilder whole = new StringBuilder();
        for (Object part : (List<?>) Objects.requireNonNull(member)) {
            if (part instanceof Map<?, ?> repeated && repeated.get("repeat") instanceof List<?> repeat) {
                whole.append(String.valueOf(repeat.get(0)).repeat(Integer.parseInt(String.valueOf(repeat.get(1)))));
            } else {
                whole.append(part);
            }
        }
        return whole.toString();
    }

    @Override
    public String toString() {
        return id;
    }
}
