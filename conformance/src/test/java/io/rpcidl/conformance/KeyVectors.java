package io.rpcidl.conformance;

import io.rpcidl.conformance.KeyType.Key;
import java.util.ArrayList;
import java.util.List;

/** Sets and maps that are refused, with each type that elements and keys may have (W-3.18, W-3.19). */
final class KeyVectors {

    private KeyVectors() {}

    static List<Vector> all() {
        List<Vector> vectors = new ArrayList<>();
        for (KeyType keys : KeyType.all()) {
            sets(vectors, keys);
            maps(vectors, keys);
        }
        return vectors;
    }

    private static void sets(List<Vector> vectors, KeyType keys) {
        List<Key> all = keys.ascending();
        Key first = all.get(0);
        String other = Hex.kind(other(keys.kind()));
        vectors.add(set(keys, "twice-in-a-row", keys.set(before(first, all)), "W-3.18"));
        vectors.add(set(keys, "twice-at-the-ends", keys.set(behind(first, all)), "W-3.18"));
        vectors.add(set(keys, "last-one-twice", keys.set(before(last(all), all)), "W-3.18"));
        vectors.add(set(keys, "an-octet-more", keys.set(all) + "00", "W-3.5"));
        vectors.add(set(keys, "other-kind", keys.set(other, all), "W-3.17"));
        vectors.add(set(keys, "other-kind-and-empty", keys.set(other, List.of()), "W-3.17"));
        vectors.add(set(keys, "uniform", keys.set("1" + Integer.toHexString(keys.kind()), all), "W-3.14"));
        vectors.add(set(keys, "other-flag", keys.set("2" + Integer.toHexString(keys.kind()), all), "W-3.13"));
    }

    private static void maps(List<Vector> vectors, KeyType keys) {
        List<Key> all = keys.ascending();
        Key first = all.get(0);
        String kind = Hex.kind(keys.kind());
        String other = Hex.kind(other(keys.kind()));
        vectors.add(map(keys, "twice-in-a-row", keys.map(before(first, all)), "W-3.19"));
        vectors.add(map(keys, "twice-at-the-ends", keys.map(behind(first, all)), "W-3.19"));
        vectors.add(map(keys, "an-octet-more", keys.map(all) + "00", "W-3.5"));
        vectors.add(map(keys, "other-kind", keys.map(other + "02", all), "W-3.17"));
        vectors.add(map(keys, "other-kind-of-values", keys.map(kind + "01", all), "W-3.17"));
        vectors.add(map(keys, "other-flag", keys.map("1" + Integer.toHexString(keys.kind()) + "02", all), "W-3.19"));
    }

    private static int other(int kind) {
        return kind == Hex.BOOL ? Hex.INT8 : Hex.BOOL;
    }

    private static Key last(List<Key> keys) {
        return keys.get(keys.size() - 1);
    }

    private static List<Key> before(Key key, List<Key> keys) {
        List<Key> more = new ArrayList<>(keys);
        more.add(0, key);
        return more;
    }

    private static List<Key> behind(Key key, List<Key> keys) {
        List<Key> more = new ArrayList<>(keys);
        more.add(key);
        return more;
    }

    private static Vector set(KeyType keys, String name, String octets, String clause) {
        return Vector.about("keys/set-" + keys.name() + "/" + name, clause)
                .of("value", keys.setType())
                .bytes(octets)
                .refused(clause);
    }

    private static Vector map(KeyType keys, String name, String octets, String clause) {
        return Vector.about("keys/map-" + keys.name() + "/" + name, clause)
                .of("value", keys.mapType())
                .bytes(octets)
                .refused(clause);
    }
}
