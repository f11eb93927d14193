package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.entry;
import static io.rpcidl.conformance.Hex.kind;
import static io.rpcidl.conformance.Hex.shape;
import static io.rpcidl.conformance.Subject.full;

/** The places in a message where a value can stand. Each is a way to write the message around it. */
enum Place {
    RESULT("value") {
        @Override
        String type(Subject of) {
            return of.type;
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return shape(entry(1, of.kind)) + value;
        }

        @Override
        String json(Subject of, String value) {
            return value;
        }
    },
    FIELD("message") {
        @Override
        String type(Subject of) {
            return full("Any");
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return among(of, value, last);
        }

        @Override
        String json(Subject of, String value) {
            return amongJson(of, value);
        }
    },
    NESTED("message") {
        @Override
        String type(Subject of) {
            return full("Outer");
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return last
                    ? shape(entry(1, Hex.STRUCT)) + among(of, value, true)
                    : shape(entry(1, Hex.STRUCT), entry(1, Hex.INT8)) + among(of, value, false) + "08";
        }

        @Override
        String json(Subject of, String value) {
            return "{\"inner\": " + amongJson(of, value) + ", \"after\": 8}";
        }
    },
    ITEM("value") {
        @Override
        String type(Subject of) {
            return "list<" + of.type + ">";
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return shape(entry(1, Hex.LIST)) + kind(of.kind) + "02"
                    + of.good.get(0).octets() + value;
        }

        @Override
        String json(Subject of, String value) {
            return "[" + of.good.get(0).json() + ", " + value + "]";
        }

        @Override
        String again(Subject of, String value) {
            if (of.constantShape.isEmpty()) {
                return octets(of, value, false);
            }
            int from = of.constantShape.length();
            return shape(entry(1, Hex.LIST)) + "1d02" + of.constantShape
                    + of.good.get(0).octets().substring(from) + value.substring(from);
        }

        @Override
        boolean tooFew(Subject of, String value) {
            return Hex.size(of.good.get(0).octets()) + Hex.size(value) < 2 * of.least();
        }
    },
    UNIFORM_ITEM("value") {
        @Override
        String type(Subject of) {
            return "list<" + full("Of" + Character.toUpperCase(of.name.charAt(0)) + of.name.substring(1)) + ">";
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return shape(entry(1, Hex.LIST)) + "1d02" + shape(entry(1, of.kind))
                    + of.good.get(0).octets() + value;
        }

        @Override
        String json(Subject of, String value) {
            return "[{\"value\": " + of.good.get(0).json() + "}, {\"value\": " + value + "}]";
        }

        @Override
        boolean tooFew(Subject of, String value) {
            return ITEM.tooFew(of, value);
        }
    },
    MAP_VALUE("value") {
        @Override
        String type(Subject of) {
            return "map<u8," + of.type + ">";
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return shape(entry(1, Hex.MAP)) + kind(Hex.INT8) + kind(of.kind) + "01" + "07" + value;
        }

        @Override
        String json(Subject of, String value) {
            return "{\"7\": " + value + "}";
        }

        @Override
        boolean tooFew(Subject of, String value) {
            return Hex.size(value) < of.least();
        }
    },
    MAP_KEY("value") {
        @Override
        boolean takes(Subject of) {
            return of.key();
        }

        @Override
        String type(Subject of) {
            return "map<" + of.type + ",u8>";
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return shape(entry(1, Hex.MAP)) + kind(of.kind) + kind(Hex.INT8) + "01" + value + (last ? "" : "07");
        }

        @Override
        String json(Subject of, String value) {
            return "{" + (value.startsWith("\"") ? value : "\"" + value + "\"") + ": 7}";
        }

        @Override
        boolean tooFew(Subject of, String value) {
            return Hex.size(value) < of.least() + 1;
        }
    },
    ELEMENT("value") {
        @Override
        boolean takes(Subject of) {
            return of.key();
        }

        @Override
        String type(Subject of) {
            return "set<" + of.type + ">";
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return shape(entry(1, Hex.LIST)) + kind(of.kind) + "01" + value;
        }

        @Override
        String json(Subject of, String value) {
            return "[" + value + "]";
        }

        @Override
        boolean tooFew(Subject of, String value) {
            return Hex.size(value) < of.least();
        }
    },
    VARIANT("value") {
        @Override
        String type(Subject of) {
            return full("One");
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return shape(entry(1, Hex.STRUCT)) + shape(entry(of.number, of.kind)) + value;
        }

        @Override
        String json(Subject of, String value) {
            return "{" + Json.quoted(of.name) + ": " + value + "}";
        }
    },
    ERROR("message") {
        @Override
        String type(Subject of) {
            return full("Failed");
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return among(of, value, last);
        }

        @Override
        String json(Subject of, String value) {
            return amongJson(of, value);
        }
    },
    SKIPPED("message") {
        @Override
        String type(Subject of) {
            return full("Nothing");
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return last
                    ? shape(entry(of.kind, of.kind)) + value
                    : shape(entry(of.kind, of.kind), entry(1, Hex.INT8)) + value + "07";
        }

        @Override
        String json(Subject of, String value) {
            return "{}";
        }

        @Override
        String again(Subject of, String value) {
            return "00";
        }
    },
    KEPT("message") {
        @Override
        String type(Subject of) {
            return full("Kept");
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return SKIPPED.octets(of, value, last);
        }

        @Override
        String json(Subject of, String octets) {
            return "{" + unknown(of.kind, of.kind, octets) + ", " + unknown(of.kind + 1, Hex.INT8, "07") + "}";
        }
    },
    UNKNOWN_VARIANT("value") {
        @Override
        String type(Subject of) {
            return full("Choice");
        }

        @Override
        String octets(Subject of, String value, boolean last) {
            return shape(entry(1, Hex.STRUCT)) + shape(entry(50 + of.kind, of.kind)) + value;
        }

        @Override
        String json(Subject of, String octets) {
            return "{" + unknown(50 + of.kind, of.kind, octets) + "}";
        }
    };

    private static final String[] KINDS = {
        "", "bool", "int8", "int16", "int32", "int64", "f32", "f64", "time", "uuid", "enum", "string", "bytes",
        "struct", "list", "map"
    };

    final String form;

    Place(String form) {
        this.form = form;
    }

    /** A member for what a schema does not know (W-14.18, W-14.23). */
    static String unknown(int number, int kind, String octets) {
        return "\"#" + number + "\": {\"kind\": \"" + KINDS[kind] + "\", \"octets\": \"" + octets + "\"}";
    }

    /** Whether the schema tells nothing about the value, which is stepped over. */
    boolean stepsOver() {
        return this == SKIPPED || keepsOctets();
    }

    /** Whether the octets of the value are kept as they are. */
    boolean keepsOctets() {
        return this == KEPT || this == UNKNOWN_VARIANT;
    }

    /** As it stands in an id. */
    String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    boolean takes(Subject of) {
        return true;
    }

    /** The type of the message. */
    abstract String type(Subject of);

    /** The message with the value in it; when it is the last one, nothing follows it where that is possible. */
    abstract String octets(Subject of, String value, boolean last);

    /** What a writer makes of the message, whose value is as a writer writes it. */
    String again(Subject of, String value) {
        return octets(of, value, false);
    }

    /** The JSON of the message with this JSON in it. */
    abstract String json(Subject of, String value);

    /** Whether the octets left can't hold what a count promises, which is noticed first (W-3.17). */
    boolean tooFew(Subject of, String value) {
        return false;
    }

    private static String among(Subject of, String value, boolean last) {
        String entry = entry(of.number, of.kind);
        return last ? shape(entry) + value : shape(entry, entry(100 - of.number, Hex.INT8)) + value + "07";
    }

    private static String amongJson(Subject of, String value) {
        return "{" + Json.quoted(of.name) + ": " + value + ", \"after\": 7}";
    }
}
