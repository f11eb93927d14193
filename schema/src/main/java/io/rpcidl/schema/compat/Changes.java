package io.rpcidl.schema.compat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one comparison knows and has found: both schemas, the findings, and the definitions that are still to be compared. */
final class Changes {

    private final Catalog older;
    private final Catalog newer;
    private final Set<Finding> findings = new TreeSet<>();
    private final Deque<Pair> waiting = new ArrayDeque<>();
    private final Set<Pair> known = new HashSet<>();
    private @Nullable Pair current;

    Changes(Catalog older, Catalog newer) {
        this.older = older;
        this.newer = newer;
    }

    /** Two definitions of one kind, of which the second stands where the first stood. */
    record Pair(String older, String newer) {}

    Catalog older() {
        return older;
    }

    Catalog newer() {
        return newer;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Reports a change; where a definition replaces another, only what the replaced one's users feel. */
    void add(ChangeKind kind, Element element, @Nullable String before, @Nullable String after) {
        Pair pair = current;
        if (pair == null || pair.older.equals(pair.newer) || renamed(pair)) {
            findings.add(new Finding(kind, element, before, after));
        } else if (kind.acrossDefinitions()) {
            String form = "in " + pair.older + (before == null ? "" : ": " + before);
            findings.add(new Finding(kind, element, form, after));
        }
    }

    /** Has two definitions compared, once. */
    void compareLater(String before, String after) {
        Pair pair = new Pair(before, after);
        if (known.add(pair)) {
            waiting.add(pair);
        }
    }

    /** The next two definitions to compare, or null. */
    @Nullable
    Pair next() {
        current = waiting.poll();
        return current;
    }

    /** Whether a definition went and another one came in its place. */
    boolean renamed(Pair pair) {
        return !pair.older.equals(pair.newer) && newer.find(pair.older) == null && older.find(pair.newer) == null;
    }

    /** The renames that were found. */
    List<Pair> renames() {
        return known.stream().filter(this::renamed).toList();
    }
}
