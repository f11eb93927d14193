package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.number;
import static io.rpcidl.conformance.Hex.text;
import static io.rpcidl.conformance.Subject.full;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A type that elements of sets and keys of maps may have, and some of its values.
 *
 * @param ascending values in ascending order: numbers by value, texts and uuids by their octets
 */
record KeyType(String type, int kind, List<Key> ascending) {

    private static final String SHAPE_OF_LIST = "011e";
    private static final String SHAPE_OF_MAP = "011f";

    /** A value, and its JSON. */
    record Key(String octets, String json) {}

    static List<KeyType> all() {
        List<KeyType> all = new ArrayList<>();
        for (int bits = 8, kind = Hex.INT8; bits <= 64; bits *= 2, kind++) {
            all.add(new KeyType("i" + bits, kind, signed(bits)));
            all.add(new KeyType("u" + bits, kind, unsigned(bits)));
        }
        all.add(new KeyType("bool", Hex.BOOL, List.of(new Key("00", "false"), new Key("01", "true"))));
        all.add(new KeyType(
                full("Colour"),
                Hex.ENUM,
                List.of(
                        new Key("0000", "\"NONE\""),
                        new Key("0700", "\"BLUE\""),
                        new Key("0001", "256"),
                        new Key("ffff", "\"LAST\""))));
        // Units of UTF-16 have another order than octets: the last text begins with a lower one than the text before
        // it.
        all.add(new KeyType(
                "string",
                Hex.STRING,
                List.of(
                        word(""),
                        word("A"),
                        word("a"),
                        word("a\u0001"),
                        word("aa"),
                        word("b"),
                        word("\u00e9"),
                        word("\uff5e"),
                        word("\ud83d\ude00"))));
        List<Key> ids = List.of(
                id("00000000-0000-0000-0000-000000000001"),
                id("00000000-0000-0000-8000-000000000000"),
                id("00000000-0000-0001-0000-000000000000"),
                id("7fffffff-ffff-ffff-ffff-ffffffffffff"),
                id("80000000-0000-0000-0000-000000000000"));
        all.add(new KeyType("uuid", Hex.UUID, ids));
        all.add(new KeyType(full("Id"), Hex.UUID, ids));
        return all;
    }

    /** The ends of the range and what is around zero; octet by octet their order is another one. */
    private static List<Key> signed(int bits) {
        BigInteger half = BigInteger.TWO.pow(bits - 1);
        BigInteger one = BigInteger.ONE;
        return integers(bits, half.negate(), one.negate(), BigInteger.ZERO, one, half.subtract(one));
    }

    private static List<Key> unsigned(int bits) {
        BigInteger half = BigInteger.TWO.pow(bits - 1);
        BigInteger one = BigInteger.ONE;
        return integers(
                bits,
                BigInteger.ZERO,
                one,
                half.subtract(one),
                half,
                half.add(half).subtract(one));
    }

    private static List<Key> integers(int bits, BigInteger... values) {
        List<Key> keys = new ArrayList<>();
        for (BigInteger value : values) {
            keys.add(new Key(number(bits / 8, value), bits == 64 ? "\"" + value + "\"" : value.toString()));
        }
        return keys;
    }

    private static Key word(String word) {
        return new Key(text(word), Json.quoted(word));
    }

    private static Key id(String id) {
        return new Key(id.replace("-", ""), "\"" + id + "\"");
    }

    String name() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    String setType() {
        return "set<" + type + ">";
    }

    String mapType() {
        return "map<" + type + ",u8>";
    }

    /** The message of a set of these. */
    String set(List<Key> keys) {
        return SHAPE_OF_LIST + Hex.kind(kind) + elements(keys);
    }

    /** The octet of the elements' kind is as given. */
    String set(String head, List<Key> keys) {
        return SHAPE_OF_LIST + head + elements(keys);
    }

    private static String elements(List<Key> keys) {
        return Hex.varint(keys.size())
                + String.join("", keys.stream().map(Key::octets).toList());
    }

    /** The message of a map of these, each with its place in ascending order as value. */
    String map(List<Key> keys) {
        return map(Hex.kind(kind) + Hex.kind(Hex.INT8), keys);
    }

    /** The octets of both kinds are as given. */
    String map(String head, List<Key> keys) {
        StringBuilder octets = new StringBuilder(SHAPE_OF_MAP + head + Hex.varint(keys.size()));
        keys.forEach(key -> octets.append(key.octets()).append(number(1, ascending.indexOf(key))));
        return octets.toString();
    }

    String setJson(List<Key> keys) {
        return "[" + String.join(", ", keys.stream().map(Key::json).toList()) + "]";
    }

    String mapJson(List<Key> keys) {
        List<String> members = new ArrayList<>();
        for (Key key : keys) {
            String name = key.json().startsWith("\"") ? key.json() : "\"" + key.json() + "\"";
            members.add(name + ": " + ascending.indexOf(key));
        }
        return "{" + String.join(", ", members) + "}";
    }
}
