package io.rpcidl.schema.compat;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One change between two schemas.
 *
 * @param kind the row of the rule table
 * @param element what changed
 * @param older how it was, or null when it was not there
 * @param newer how it is, or null when it is gone
 */
public record Finding(
        ChangeKind kind,
        Element element,
        @Nullable String older,
        @Nullable String newer) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::element)
            .thenComparing(Finding::kind)
            .thenComparing(finding -> String.valueOf(finding.older))
            .thenComparing(finding -> String.valueOf(finding.newer));

    /** How far it reaches. */
    public Level level() {
        return kind.level();
    }

    /** By element, then by kind. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** {@code WIRE required-field-added shop.orders.v1.Order.weight (5): u32}. */
    @Override
    public String toString() {
        String forms = older == null || newer == null ? (older == null ? newer : older) : older + " -> " + newer;
        return kind.level() + " " + kind.id() + " " + element + (forms == null ? "" : ": " + forms);
    }
}
