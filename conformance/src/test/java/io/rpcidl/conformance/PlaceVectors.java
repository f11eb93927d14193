package io.rpcidl.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every sample and every flaw of a subject at every place where its type can stand. */
final class PlaceVectors {

    /** What only a reader with the schema of the value can name; one that steps over it names the rest. */
    private static final Set<String> OF_THE_SCHEMA = Set.of("W-3.8", "W-3.9", "W-3.10");

    private PlaceVectors() {}

    static List<Vector> of(Subject subject) {
        List<Vector> vectors = new ArrayList<>();
        for (Place place : Place.values()) {
            if (place.takes(subject)) {
                subject.good.forEach(sample -> vectors.add(good(subject, place, sample)));
                subject.bad.forEach(flaw -> vectors.add(bad(subject, place, flaw)));
            }
        }
        return vectors;
    }

    private static Vector good(Subject subject, Place place, Subject.Sample sample) {
        boolean stepsOver = place.stepsOver();
        String octets = place.octets(subject, sample.octets(), false);
        String again = stepsOver ? place.again(subject, sample.octets()) : place.again(subject, sample.again());
        Vector vector = Vector.about(id(subject, place, sample.name()), clause(place, sample.clause()))
                .level(stepsOver ? "MUST" : sample.level())
                .of(place.form, place.type(subject))
                .bytes(octets)
                .value(place.json(subject, place.keepsOctets() ? sample.octets() : sample.json()));
        return again.equals(octets) ? vector : vector.reencoded(again);
    }

    private static Vector bad(Subject subject, Place place, Subject.Flaw flaw) {
        boolean stepsOver = place.stepsOver();
        String octets = place.octets(subject, flaw.octets(), flaw.last());
        if (stepsOver && flaw.told() == Subject.Told.BY_SCHEMA) {
            String again = place.again(subject, flaw.octets());
            Vector vector = Vector.about(id(subject, place, flaw.name()), clause(place, ""))
                    .of(place.form, place.type(subject))
                    .bytes(octets)
                    .value(place.json(subject, flaw.octets()));
            return again.equals(octets) ? vector : vector.reencoded(again);
        }
        List<String> clauses = clauses(subject, place, flaw);
        if (stepsOver) {
            clauses = clauses.stream()
                    .filter(clause -> !OF_THE_SCHEMA.contains(clause))
                    .toList();
        }
        return Vector.about(id(subject, place, flaw.name()), clauses.get(0))
                .of(place.form, place.type(subject))
                .bytes(octets)
                .refused(clauses);
    }

    /** Where a count promises more than there is, that is noticed first; or even before, in the element in front (W-3.17). */
    private static List<String> clauses(Subject subject, Place place, Subject.Flaw flaw) {
        if (!flaw.last()) {
            return flaw.clauses();
        }
        if (place.tooFew(subject, flaw.octets())) {
            return List.of("W-3.17");
        }
        boolean behindAnother = place == Place.ITEM || place == Place.UNIFORM_ITEM;
        if (behindAnother && Hex.size(flaw.octets()) < subject.least()) {
            return Stream.concat(flaw.clauses().stream(), Stream.of("W-3.17", "W-1.6"))
                    .distinct()
                    .toList();
        }
        return flaw.clauses();
    }

    private static String id(Subject subject, Place place, String name) {
        return subject.name + "/" + place.label() + "/" + name;
    }

    private static String clause(Place place, String other) {
        return switch (place) {
            case SKIPPED -> "W-3.7";
            case KEPT -> "W-3.31";
            case UNKNOWN_VARIANT -> "W-3.12";
            default -> other;
        };
    }
}
