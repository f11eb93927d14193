package io.rpcidl.conformance;

import java.util.ArrayList;
import java.util.List;

/** A type of the language with octets that are values of it, and octets that are not. */
final class Subject {

    private static final String PACKAGE = "conformance.values.v1.";

    final String name;
    final int number;
    final String type;
    final int kind;
    final String clause;
    final List<Sample> good = new ArrayList<>();
    final List<Flaw> bad = new ArrayList<>();
    String constantShape = "";

    private Subject(String name, int number, String type, int kind, String clause) {
        this.name = name;
        this.number = number;
        this.type = type;
        this.kind = kind;
        this.clause = clause;
    }

    /**
     * A value.
     *
     * @param octets as they are read
     * @param again as a writer of the schema writes the value
     * @param level whether a reader has to keep all of it
     */
    record Sample(String name, String octets, String json, String again, String clause, String level) {}

    /**
     * Octets that a reader refuses.
     *
     * @param clauses that a refusal may name
     * @param told what tells that they are wrong
     * @param last whether they are wrong only at the end of a message
     */
    record Flaw(String name, String octets, List<String> clauses, Told told, boolean last) {}

    /** Who can tell that octets are wrong (W-3.7). */
    enum Told {
        BY_KIND,
        BY_SCHEMA
    }

    static Subject of(String name, int number, String type, int kind, String clause) {
        return new Subject(name, number, type.replace("~", PACKAGE), kind, clause);
    }

    /** The name of a definition in full. */
    static String full(String definition) {
        return PACKAGE + definition;
    }

    /** Whether it may be a key of a map or an element of a set (W-3.18). */
    boolean key() {
        return kind <= Hex.INT64 || kind == Hex.UUID || kind == Hex.ENUM || kind == Hex.STRING;
    }

    /** W-3.17. */
    int least() {
        return switch (kind) {
            case Hex.BOOL, Hex.INT8, Hex.STRING, Hex.BYTES, Hex.STRUCT -> 1;
            case Hex.INT16, Hex.ENUM, Hex.LIST -> 2;
            case Hex.MAP -> 3;
            case Hex.INT32, Hex.F32 -> 4;
            case Hex.INT64, Hex.F64 -> 8;
            case Hex.TIME -> 12;
            default -> 16;
        };
    }

    Subject good(String sample, String octets, String json) {
        return good(sample, octets, json, octets);
    }

    Subject good(String sample, String octets, String json, String again) {
        return good(sample, octets, json, again, clause);
    }

    Subject good(String sample, String octets, String json, String again, String about) {
        good.add(new Sample(sample, octets, json, again, about, "MUST"));
        return this;
    }

    /** A value of which a reader should keep more than it must. */
    Subject should(String sample, String octets, String json) {
        good.add(new Sample(sample, octets, json, octets, clause, "SHOULD"));
        return this;
    }

    /** Wrong to everybody. */
    Subject bad(String flaw, String octets, String... clauses) {
        bad.add(new Flaw(flaw, octets, List.of(clauses), Told.BY_KIND, false));
        return this;
    }

    /** Wrong to everybody, because the message ends too soon. */
    Subject badAtEnd(String flaw, String octets, String... clauses) {
        bad.add(new Flaw(flaw, octets, List.of(clauses), Told.BY_KIND, true));
        return this;
    }

    /** Wrong to who has the schema, and fine to who steps over it. */
    Subject badBySchema(String flaw, String octets, String... clauses) {
        bad.add(new Flaw(flaw, octets, List.of(clauses), Told.BY_SCHEMA, false));
        return this;
    }

    /** Cut short at the end, and cut off as a whole: W-3.5. */
    Subject cutShort(String octets) {
        for (int left : new int[] {Hex.size(octets) - 1, Hex.size(octets) / 2, 0}) {
            String name = left == 0 ? "missing" : "cut-to-" + left;
            if (bad.stream().noneMatch(flaw -> flaw.name.equals(name))) {
                badAtEnd(name, octets.substring(0, 2 * left), "W-3.5");
            }
        }
        return this;
    }

    /** The shape that all values of the type have: a writer writes lists of them as uniform (W-3.15). */
    Subject constantShape(String shape) {
        constantShape = shape;
        return this;
    }
}
