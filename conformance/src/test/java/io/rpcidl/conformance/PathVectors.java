package io.rpcidl.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every sample and every flaw of a subject at every place where its type can stand. */
final class PathVectors {

    /** What only a reader with the schema of the value can name; one that steps over it names the rest. */
    private static final Set<String> OF_THE_SCHEMA = Set.of("W-3.8", "W-3.9", "W-3.10");

    private PathVectors() {}

    static List<Vector> of(Subject subject) {
        List<Vector> vectors = new ArrayList<>();
        for (Path path : Path.values()) {
            if (path.takes(subject)) {
                subject.good.forEach(sample -> vectors.add(good(subject, path, sample)));
                subject.bad.forEach(flaw -> vectors.add(bad(subject, path, flaw)));
            }
        }
        return vectors;
    }

    private static Vector good(Subject subject, Path path, Subject.Sample sample) {
        boolean stepsOver = path == Path.SKIPPED || path == Path.UNKNOWN_VARIANT;
        String octets = path.octets(subject, sample.octets(), false);
        String again = stepsOver ? path.again(subject, sample.octets()) : path.again(subject, sample.again());
        Vector vector = Vector.about(id(subject, path, sample.name()), clause(path, sample.clause()))
                .level(stepsOver ? "MUST" : sample.level())
                .of(path.form, path.type(subject))
                .bytes(octets)
                .value(path.json(subject, path == Path.UNKNOWN_VARIANT ? sample.octets() : sample.json()));
        return again.equals(octets) ? vector : vector.reencoded(again);
    }

    private static Vector bad(Subject subject, Path path, Subject.Flaw flaw) {
        boolean stepsOver = path == Path.SKIPPED || path == Path.UNKNOWN_VARIANT;
        String octets = path.octets(subject, flaw.octets(), flaw.last());
        if (stepsOver && flaw.told() == Subject.Told.BY_SCHEMA) {
            String again = path.again(subject, flaw.octets());
            Vector vector = Vector.about(id(subject, path, flaw.name()), clause(path, ""))
                    .of(path.form, path.type(subject))
                    .bytes(octets)
                    .value(path.json(subject, flaw.octets()));
            return again.equals(octets) ? vector : vector.reencoded(again);
        }
        List<String> clauses = clauses(subject, path, flaw);
        if (stepsOver) {
            clauses = clauses.stream()
                    .filter(clause -> !OF_THE_SCHEMA.contains(clause))
                    .toList();
        }
        return Vector.about(id(subject, path, flaw.name()), clauses.get(0))
                .of(path.form, path.type(subject))
                .bytes(octets)
                .refused(clauses);
    }

    /** Where a count promises more than there is, that is noticed first; or even before, in the element in front (W-3.17). */
    private static List<String> clauses(Subject subject, Path path, Subject.Flaw flaw) {
        if (!flaw.last()) {
            return flaw.clauses();
        }
        if (path.tooFew(subject, flaw.octets())) {
            return List.of("W-3.17");
        }
        boolean behindAnother = path == Path.ITEM || path == Path.UNIFORM_ITEM;
        if (behindAnother && Hex.size(flaw.octets()) < subject.least()) {
            return Stream.concat(flaw.clauses().stream(), Stream.of("W-3.17", "W-1.6"))
                    .distinct()
                    .toList();
        }
        return flaw.clauses();
    }

    private static String id(Subject subject, Path path, String name) {
        return subject.name + "/" + path.label() + "/" + name;
    }

    private static String clause(Path path, String other) {
        return switch (path) {
            case SKIPPED -> "W-3.7";
            case UNKNOWN_VARIANT -> "W-3.12";
            default -> other;
        };
    }
}
