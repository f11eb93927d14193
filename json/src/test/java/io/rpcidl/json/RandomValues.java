package io.rpcidl.json;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.SchemaDescriptor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Random schemas, and random JSON of their values as a writer writes it, made without any class of the module. */
final class RandomValues {

    private static final List<String> SCALARS = List.of(
            "bool",
            "i8",
            "i16",
            "i32",
            "i64",
            "u8",
            "u16",
            "u32",
            "u64",
            "f32",
            "f64",
            "string",
            "bytes",
            "uuid",
            "timestamp",
            "duration",
            "decimal");
    private static final List<String> KEYS = List.of(
            "bool", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "string", "uuid", "~Open", "~Closed", "~Id");
    private static final int DEEPEST = 5;
    private static final int MOST_VALUES = 200;

    private final Random random;
    private int left = MOST_VALUES;
    private final Map<String, List<Member>> structs = new LinkedHashMap<>();
    private final Map<String, List<Member>> unions = new LinkedHashMap<>();

    /** A field or a variant; the type is empty for a variant without a value. */
    record Member(int number, String type, boolean optional, String name) {

        String text() {
            return type.isEmpty() ? number + ": " + name : number + ": " + type + (optional ? "? " : " ") + name;
        }
    }

    RandomValues(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            structs.put("S" + i, new ArrayList<>());
            unions.put("U" + i, new ArrayList<>());
        }
        structs.forEach((name, fields) -> {
            for (int number : numbers()) {
                String type = type(2);
                // What holds itself must be able to end.
                boolean endless = type.startsWith("~S") && type.compareTo("~" + name) >= 0;
                boolean optional = endless || (random.nextInt(3) == 0 && !name.equals("S1"));
                fields.add(new Member(number, type, optional, "f" + number));
            }
        });
        unions.forEach((name, variants) -> {
            variants.add(new Member(1 + random.nextInt(40), "", false, "nothing"));
            for (int number : numbers()) {
                variants.add(new Member(100 + number, type(2), false, "v" + number));
            }
        });
    }

    private Set<Integer> numbers() {
        Set<Integer> numbers = new LinkedHashSet<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            numbers.add(1 + random.nextInt(random.nextBoolean() ? 12 : 60_000));
        }
        return numbers;
    }

    private String type(int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(7)) {
            case 0 -> pick(SCALARS);
            case 1 -> pick(KEYS);
            case 2, 3 -> (random.nextBoolean() ? "~S" : "~U") + random.nextInt(4);
            case 4 -> "set<" + pick(KEYS) + ">";
            case 5 -> "map<" + pick(KEYS) + "," + type(depth - 1) + ">";
            default -> "list<" + type(depth - 1) + ">";
        };
    }

    SchemaDescriptor schema() {
        List<DefinitionSchema> definitions = new ArrayList<>();
        definitions.add(Schemas.enumeration("Open", Map.of("A", 0, "B", 7, "C", 65_535)));
        definitions.add(Schemas.enumeration("Closed!", Map.of("X", 1, "Y", 2)));
        definitions.add(Schemas.type("Id", "u32"));
        structs.forEach((name, fields) -> definitions.add(Schemas.struct(name, texts(fields))));
        unions.forEach((name, variants) -> definitions.add(Schemas.union(name, texts(variants))));
        return Schemas.of(definitions);
    }

    private static String[] texts(List<Member> members) {
        return members.stream().map(Member::text).toArray(String[]::new);
    }

    /** The JSON of a value of a type, exactly as a writer writes it. */
    String value(String type) {
        left = MOST_VALUES;
        return value(type, 0);
    }

    private String value(String type, int depth) {
        int bracket = type.indexOf('<');
        if (bracket < 0) {
            return type.startsWith("~S")
                    ? struct(structs.get(type.substring(1)), depth + 1)
                    : type.startsWith("~U") ? union(unions.get(type.substring(1)), depth + 1) : scalar(type);
        }
        String inner = type.substring(bracket + 1, type.length() - 1);
        List<String> parts = new ArrayList<>();
        int count = full(depth) ? 0 : random.nextInt(4);
        if (type.startsWith("map")) {
            int comma = inner.indexOf(',');
            for (String key : distinct(inner.substring(0, comma), count)) {
                String name = key.startsWith("\"") ? key : "\"" + key + "\"";
                parts.add(name + ":" + value(inner.substring(comma + 1), depth + 1));
            }
            return "{" + String.join(",", parts) + "}";
        }
        if (type.startsWith("set")) {
            parts.addAll(distinct(inner, count));
        } else {
            for (int i = 0; i < count; i++) {
                parts.add(value(inner, depth + 1));
            }
        }
        return "[" + String.join(",", parts) + "]";
    }

    /** Whether no larger values may follow; each question costs one of those that may. */
    private boolean full(int depth) {
        return depth >= DEEPEST || left-- <= 0;
    }

    private Set<String> distinct(String type, int count) {
        Set<String> values = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            values.add(scalar(type));
        }
        return values;
    }

    private String struct(List<Member> fields, int depth) {
        List<String> members = new ArrayList<>();
        fields.stream().sorted((a, b) -> a.number() - b.number()).forEach(field -> {
            if (!field.optional() || (!full(depth) && random.nextBoolean())) {
                members.add("\"" + field.name() + "\":" + value(field.type(), depth));
            }
        });
        return "{" + String.join(",", members) + "}";
    }

    private String union(List<Member> variants, int depth) {
        if (random.nextInt(6) == 0) {
            return "{\"#" + (62_000 + random.nextInt(3_000)) + "\":" + UNKNOWN.get(random.nextInt(UNKNOWN.size()))
                    + "}";
        }
        Member variant = variants.get(full(depth) ? 0 : random.nextInt(variants.size()));
        String value = variant.type().isEmpty() ? "{}" : value(variant.type(), depth);
        return "{\"" + variant.name() + "\":" + value + "}";
    }

    private static final List<String> UNKNOWN = List.of(
            "{\"kind\":\"bool\",\"octets\":\"01\"}",
            "{\"kind\":\"string\",\"octets\":\"0161\"}",
            "{\"kind\":\"time\",\"octets\":\"000000000000000000000000\"}",
            "{\"kind\":\"struct\",\"octets\":\"011b0161\"}",
            "{\"kind\":\"list\",\"octets\":\"02017f\"}",
            "{\"kind\":\"map\",\"octets\":\"020101ff01\"}");

    private String scalar(String type) {
        return switch (type) {
            case "bool" -> String.valueOf(random.nextBoolean());
            case "i8" -> String.valueOf((byte) random.nextInt());
            case "i16" -> String.valueOf((short) random.nextInt());
            case "i32" -> String.valueOf(random.nextInt());
            case "i64" -> "\"" + random.nextLong() + "\"";
            case "u8" -> String.valueOf(random.nextInt(0x100));
            case "u16" -> String.valueOf(random.nextInt(0x10000));
            case "u32", "~Id" -> String.valueOf(random.nextInt() & 0xFFFF_FFFFL);
            case "u64" -> "\"" + Long.toUnsignedString(random.nextLong()) + "\"";
            case "f32" -> number(Floating.text(Float.intBitsToFloat(random.nextInt())));
            case "f64" -> number(Floating.text(Double.longBitsToDouble(random.nextLong())));
            case "string" ->
                "\"" + pick(List.of("", "a", "b\\\"\\\\", "\u20ac\ud83d\ude00", "\\n\\u0000", "***")) + "\"";
            case "bytes" -> pick(List.of("\"\"", "\"AA==\"", "\"AP8Q\"", "\"/+8=\""));
            case "uuid" -> "\"" + new UUID(random.nextLong(), random.nextLong()) + "\"";
            case "timestamp" -> "\"" + Times.text(instant()) + "\"";
            case "duration" ->
                "\"" + Times.text(Duration.ofSeconds(random.nextLong() >> random.nextInt(64), nanos())) + "\"";
            case "decimal" -> "\"" + new BigDecimal(new BigInteger(random.nextInt(511), random), scale()) + "\"";
            case "~Open" -> pick(List.of("\"A\"", "\"B\"", "\"C\"", "8", "65534"));
            case "~Closed" -> pick(List.of("\"X\"", "\"Y\""));
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static String number(String text) {
        return Floating.named(text) ? "\"" + text + "\"" : text;
    }

    private Instant instant() {
        long range = Instant.MAX.getEpochSecond() - Instant.MIN.getEpochSecond();
        long seconds = random.nextBoolean()
                ? Instant.MIN.getEpochSecond() + Math.floorMod(random.nextLong(), range + 1)
                : random.nextInt();
        return Instant.ofEpochSecond(seconds, nanos());
    }

    private int nanos() {
        int nanos = random.nextInt(1_000_000_000);
        return random.nextBoolean() ? nanos : nanos / 1_000_000 * 1_000_000;
    }

    private int scale() {
        return random.nextBoolean() ? random.nextInt(6) : random.nextInt(20_001) - 10_000;
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
