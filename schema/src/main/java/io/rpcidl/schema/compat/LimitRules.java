package io.rpcidl.schema.compat;

import io.rpcidl.schema.NamedTypeSchema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code @max} and {@code @sensitive}, of members and of named types. */
final class LimitRules {

    private LimitRules() {}

    /**
     * What limits and hides a value where it is used.
     *
     * @param max stated there, or null
     * @param sensitive stated there
     * @param type the type of the value
     */
    record Use(@Nullable Long max, boolean sensitive, String type) {}

    /** Compares what members state; what a named type adds counts when another one is used. */
    static void compare(Use older, Use newer, Element element, Changes changes) {
        NamedTypeSchema before = TypeRules.named(older.type, changes.older());
        NamedTypeSchema after = TypeRules.named(newer.type, changes.newer());
        // a named type that is still used, also under another name, reports its own changes itself
        boolean weighed = (before == null) != (after == null);
        Long oldMax = weighed ? lower(older.max, before == null ? null : before.max()) : older.max;
        Long newMax = weighed ? lower(newer.max, after == null ? null : after.max()) : newer.max;
        boolean oldSecret = older.sensitive || (weighed && before != null && before.sensitive());
        boolean newSecret = newer.sensitive || (weighed && after != null && after.sensitive());
        limits(oldMax, newMax, oldSecret, newSecret, element, changes);
    }

    /** Compares a named type with what it was. */
    static void compare(NamedTypeSchema older, NamedTypeSchema newer, Element element, Changes changes) {
        limits(older.max(), newer.max(), older.sensitive(), newer.sensitive(), element, changes);
    }

    private static void limits(
            @Nullable Long oldMax,
            @Nullable Long newMax,
            boolean oldSecret,
            boolean newSecret,
            Element element,
            Changes changes) {
        kindOfMax(oldMax, newMax).ifPresent(kind -> changes.add(kind, element, max(oldMax), max(newMax)));
        kindOfSensitive(oldSecret, newSecret).ifPresent(kind -> changes.add(kind, element, null, null));
    }

    static Optional<ChangeKind> kindOfMax(@Nullable Long older, @Nullable Long newer) {
        if (older == null) {
            return newer == null ? Optional.empty() : Optional.of(ChangeKind.MAX_ADDED);
        }
        if (newer == null) {
            return Optional.of(ChangeKind.MAX_REMOVED);
        }
        if (older.longValue() == newer.longValue()) {
            return Optional.empty();
        }
        return Optional.of(newer < older ? ChangeKind.MAX_LOWERED : ChangeKind.MAX_RAISED);
    }

    static Optional<ChangeKind> kindOfSensitive(boolean older, boolean newer) {
        if (older == newer) {
            return Optional.empty();
        }
        return Optional.of(newer ? ChangeKind.SENSITIVE_ADDED : ChangeKind.SENSITIVE_REMOVED);
    }

    private static @Nullable Long lower(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }

    private static @Nullable String max(@Nullable Long max) {
        return max == null ? null : "@max(" + max + ")";
    }
}
