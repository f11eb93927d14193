package io.rpcidl.conformance;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is generated: the text of each file of {@code conformance/vectors} by its path there. */
final class VectorFiles {

    private static final String HEAD = "{\n  \"about\": %s,\n  \"vectors\": [\n    ";

    private VectorFiles() {}

    static Map<String, String> generated() {
        Map<String, String> files = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        Stream.of(Scalars.all(), Sized.all(), Structs.all(), Lists.all())
                .flatMap(List::stream)
                .forEach(subject -> files.put(
                        "values/" + subject.name + ".json",
                        text(ids, "The type " + subject.type + " at every place.", PlaceVectors.of(subject))));
        files.put(
                "messages/methods.json", text(ids, "What methods send, and where it ends.", MessageVectors.methods()));
        files.put("messages/defaults.json", text(ids, "Fields with defaults.", MessageVectors.defaults()));
        files.put("messages/orders.json", text(ids, "The order of sets and maps.", MessageVectors.orders()));
        files.put("messages/keys.json", text(ids, "Sets and maps of each type of keys.", KeyVectors.all()));
        files.put("messages/canonical.json", text(ids, "Canonical form.", CanonicalVectors.all()));
        files.put("messages/open.json", text(ids, "Open structs, and what they keep.", OpenVectors.all()));
        files.put("messages/writer.json", text(ids, "Values that are not written.", WriterVectors.all()));
        files.put("json.json", text(ids, "The JSON form: what a reader takes, and what not.", JsonVectors.all()));
        files.put("limits/depth.json", text(ids, "Depth 64 and 65.", DepthVectors.all()));
        files.put("limits/budget.json", text(ids, "1,000,000 units and more.", LimitVectors.budget()));
        files.put("limits/numbers.json", text(ids, "Numbers of fields.", LimitVectors.numbers()));
        files.put(
                "limits/lengths.json", text(ids, "Lengths and counts of one octet and more.", LimitVectors.lengths()));
        files.put("limits/maxima.json", text(ids, "Constraints of a schema.", LimitVectors.maxima()));
        files.put("evolution.json", text(ids, "Two versions of a schema.", EvolutionVectors.all()));
        return files;
    }

    /** The text of a file, without vectors whose octets another one of the file has too. */
    private static String text(Set<String> ids, String about, List<Vector> vectors) {
        Map<String, Vector> distinct = new LinkedHashMap<>();
        for (Vector vector : vectors) {
            if (distinct.putIfAbsent(vector.subject(), vector) == null && !ids.add(vector.id())) {
                throw new IllegalStateException("two vectors are named " + vector.id());
            }
        }
        List<String> lines = distinct.values().stream().map(Vector::line).toList();
        return String.format(HEAD, Json.quoted(about)) + String.join(",\n    ", lines) + "\n  ]\n}\n";
    }
}
