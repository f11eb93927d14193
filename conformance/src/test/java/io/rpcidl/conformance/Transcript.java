package io.rpcidl.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A transcript as it is read from its file, with the steps of its opening in front of its own.
 *
 * @param clauses that it shows
 * @param limits rows of chapter 12 of wire-spec.md that it shows, by their first column
 * @param connecting whether the tested side has connected
 * @param settings what the tested side is told
 * @param state of the tested side behind the last step: open, draining or closed
 */
record Transcript(
        String name,
        List<String> clauses,
        List<String> limits,
        boolean connecting,
        Node settings,
        List<Node> steps,
        String state) {

    static final Path FOLDER = Path.of("transcripts");

    private static final Path OPENINGS = FOLDER.resolve("openings.json");
    private static final Set<String> MEMBERS =
            Set.of("name", "about", "clauses", "limits", "role", "settings", "begin", "steps", "state");

    /** Each transcript of each file, in the order of the paths. */
    static List<Transcript> all() {
        Map<String, Node> openings = new HashMap<>();
        tree(OPENINGS).nodes("openings").forEach(opening -> openings.put(opening.text("name"), opening));
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json") && !file.equals(OPENINGS))
                    .sorted()
                    .flatMap(file -> tree(file).nodes("transcripts").stream())
                    .map(node -> of(node, openings))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Transcript of(Node node, Map<String, Node> openings) {
        node.allow(MEMBERS);
        Map<Object, Object> settings = new TreeMap<>();
        List<Node> steps = new ArrayList<>();
        String role = node.has("role") ? node.text("role") : "";
        if (node.has("begin")) {
            Node opening = openings.get(node.text("begin"));
            if (opening == null) {
                throw new IllegalArgumentException(node.text("name") + " begins with " + node.text("begin"));
            }
            role = opening.text("role");
            settings.putAll(
                    opening.has("settings") ? Node.of(opening.get("settings")).members() : Map.of());
            steps.addAll(opening.nodes("steps"));
        }
        settings.putAll(node.has("settings") ? Node.of(node.get("settings")).members() : Map.of());
        steps.addAll(node.nodes("steps"));
        if (!Set.of("connecting", "accepting").contains(role)) {
            throw new IllegalArgumentException(node.text("name") + " has the role '" + role + "'");
        }
        return new Transcript(
                node.text("name"),
                node.texts("clauses"),
                node.texts("limits"),
                role.equals("connecting"),
                new Node(settings),
                steps,
                node.text("state"));
    }

    private static Node tree(Path file) {
        try {
            return Node.of(Json.tree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
