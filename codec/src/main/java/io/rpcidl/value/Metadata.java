package io.rpcidl.value;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What travels with a call beside its arguments, or with its answer beside its result: small octets by name. Immutable.
 *
 * <p>A name has 1 to 64 characters, each a lower case letter, a digit, or one of {@code - _ .}; names that begin with {@code
 * rpcidl-} are the toolkit's own. There are at most 64 entries, and encoded they take at most 8,192 octets (wire-spec.md,
 * W-6.20). Whoever sends metadata can send any: an identity in it is a claim, to be checked by an interceptor.
 */
public final class Metadata {

    /** No entries. */
    public static final Metadata EMPTY = new Metadata(Map.of());

    private static final int LONGEST_NAME = 64;
    private static final int MOST_ENTRIES = 64;
    private static final String RESERVED = "rpcidl-";

    private final Map<String, Bytes> entries;

    private Metadata(Map<String, Bytes> entries) {
        this.entries = entries;
    }

    /**
     * The entries of a map, in its order.
     *
     * @throws IllegalArgumentException when a name or the number of entries is not legal
     */
    public static Metadata of(Map<String, Bytes> entries) {
        if (entries.isEmpty()) {
            return EMPTY;
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "metadata has " + entries.size() + " entries; at most " + MOST_ENTRIES + " are legal");
        }
        Map<String, Bytes> copy = new LinkedHashMap<>();
        entries.forEach((name, octets) -> copy.put(checked(name), Objects.requireNonNull(octets, name)));
        return new Metadata(Collections.unmodifiableMap(copy));
    }

    /** These entries and a text in UTF-8, which takes the place of an entry with the same name. */
    public Metadata with(String name, String text) {
        return with(name, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** These entries and another, which takes the place of one with the same name. */
    public Metadata with(String name, Bytes octets) {
        Map<String, Bytes> more = new LinkedHashMap<>(entries);
        more.put(name, octets);
        return of(more);
    }

    /** These entries and those of {@code other}, which take the places of those with the same names. */
    public Metadata with(Metadata other) {
        if (isEmpty()) {
            return other;
        }
        Map<String, Bytes> more = new LinkedHashMap<>(entries);
        more.putAll(other.entries);
        return of(more);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The names, in order. */
    public Set<String> names() {
        return entries.keySet();
    }

    /** The octets of an entry, or null when there is none. */
    public @Nullable Bytes bytes(String name) {
        return entries.get(name);
    }

    /** The text of an entry, what is not UTF-8 in it replaced, or null when there is none. */
    public @Nullable String text(String name) {
        Bytes octets = entries.get(name);
        return octets == null ? null : new String(octets.toByteArray(), StandardCharsets.UTF_8);
    }

    /** All entries, in order. */
    public Map<String, Bytes> asMap() {
        return entries;
    }

    private static String checked(String name) {
        boolean legal =
                !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().allMatch(Metadata::legal);
        if (!legal) {
            throw new IllegalArgumentException("the name " + Printable.text(name)
                    + " of metadata is not legal: 1 to 64 of a to z, 0 to 9, '-', '_' and '.'");
        }
        if (name.startsWith(RESERVED)) {
            throw new IllegalArgumentException(
                    "the name " + name + " of metadata is reserved: choose one that does not begin with " + RESERVED);
        }
        return name;
    }

    private static boolean legal(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Metadata that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** The names only: what travels beside a call is often a secret. */
    @Override
    public String toString() {
        return "metadata " + entries.keySet();
    }
}
