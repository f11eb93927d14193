package io.rpcidl.schema.compat;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one type differs from another, where it is used. What both refer to is compared on its own. */
final class TypeRules {

    private static final Set<String> WIDE = Set.of("64", "32", "16", "8");

    private final Changes changes;
    private final List<ChangeKind> found = new ArrayList<>();

    private TypeRules(Changes changes) {
        this.changes = changes;
    }

    /** The kinds of changes from one type to the other, without repetition, in the order in which they were found. */
    static List<ChangeKind> differences(String older, String newer, Changes changes) {
        TypeRules rules = new TypeRules(changes);
        rules.compare(TypeName.parse(older), TypeName.parse(newer), ChangeKind.TYPE_CHANGED);
        return rules.found.stream().distinct().toList();
    }

    /** Compares the types of an element and reports what differs. */
    static void report(String older, String newer, Element element, Changes changes) {
        for (ChangeKind kind : differences(older, newer, changes)) {
            changes.add(kind, element, older, newer);
        }
    }

    /** The named type that a type is, or null. */
    static @Nullable NamedTypeSchema named(String type, Catalog catalog) {
        return named(TypeName.parse(type), catalog);
    }

    private static @Nullable NamedTypeSchema named(TypeName type, Catalog catalog) {
        return catalog.definition(type) instanceof DefinitionSchema.OfNamedType of ? of.namedType() : null;
    }

    private void compare(TypeName older, TypeName newer, ChangeKind otherwise) {
        if (older instanceof TypeName.ListOf before && newer instanceof TypeName.ListOf after) {
            compare(before.element(), after.element(), ChangeKind.ELEMENT_TYPE_CHANGED);
        } else if (older instanceof TypeName.SetOf before && newer instanceof TypeName.SetOf after) {
            compare(before.element(), after.element(), ChangeKind.ELEMENT_TYPE_CHANGED);
        } else if (older instanceof TypeName.ListOf before && newer instanceof TypeName.SetOf after) {
            found.add(ChangeKind.LIST_BECAME_SET);
            compare(before.element(), after.element(), ChangeKind.ELEMENT_TYPE_CHANGED);
        } else if (older instanceof TypeName.SetOf before && newer instanceof TypeName.ListOf after) {
            found.add(ChangeKind.SET_BECAME_LIST);
            compare(before.element(), after.element(), ChangeKind.ELEMENT_TYPE_CHANGED);
        } else if (older instanceof TypeName.MapOf before && newer instanceof TypeName.MapOf after) {
            compare(before.key(), after.key(), ChangeKind.KEY_TYPE_CHANGED);
            compare(before.value(), after.value(), ChangeKind.VALUE_TYPE_CHANGED);
        } else {
            single(older, newer, otherwise);
        }
    }

    /** At least one of both is no collection, or they are of different kinds. */
    private void single(TypeName older, TypeName newer, ChangeKind otherwise) {
        if (older.equals(newer)) {
            if (older instanceof TypeName.Reference reference) {
                changes.compareLater(reference.name(), reference.name());
            }
            return;
        }
        String before = scalar(older, changes.older());
        String after = scalar(newer, changes.newer());
        if (before != null && after != null) {
            scalars(older, newer, before, after, otherwise);
        } else if (before == null && after == null) {
            references(older, newer, otherwise);
        } else {
            found.add(otherwise);
        }
    }

    private void scalars(TypeName older, TypeName newer, String before, String after, ChangeKind otherwise) {
        if (older instanceof TypeName.Reference from && newer instanceof TypeName.Reference to) {
            replaced(from.name(), to.name());
            return;
        }
        if (older instanceof TypeName.Of && newer instanceof TypeName.Reference) {
            found.add(ChangeKind.NAMED_TYPE_INTRODUCED);
        } else if (older instanceof TypeName.Reference) {
            found.add(ChangeKind.NAMED_TYPE_DISSOLVED);
        }
        if (!before.equals(after)) {
            found.add(difference(before, after, otherwise));
        }
        NamedTypeSchema oldName = named(older, changes.older());
        NamedTypeSchema newName = named(newer, changes.newer());
        if (otherwise != ChangeKind.TYPE_CHANGED) {
            // inside a collection nothing else limits the value; a member's own limit is weighed by the rules of
            // members
            LimitRules.kindOfMax(oldName == null ? null : oldName.max(), newName == null ? null : newName.max())
                    .ifPresent(found::add);
            LimitRules.kindOfSensitive(oldName != null && oldName.sensitive(), newName != null && newName.sensitive())
                    .ifPresent(found::add);
        }
    }

    private void references(TypeName older, TypeName newer, ChangeKind otherwise) {
        DefinitionSchema before = changes.older().definition(older);
        DefinitionSchema after = changes.newer().definition(newer);
        if (before == null
                || after == null
                || !(older instanceof TypeName.Reference from)
                || !(newer instanceof TypeName.Reference to)) {
            found.add(otherwise);
        } else if (Catalog.keyword(before).equals(Catalog.keyword(after))) {
            replaced(from.name(), to.name());
        } else {
            found.add(isStruct(before) && isStruct(after) ? ChangeKind.STRUCT_UNION_CHANGED : otherwise);
        }
    }

    /** Another definition of the same kind. */
    private void replaced(String from, String to) {
        if (!changes.renamed(new Changes.Pair(from, to))) {
            found.add(ChangeKind.TYPE_REFERENCE_CHANGED);
        }
        changes.compareLater(from, to);
    }

    private static boolean isStruct(DefinitionSchema definition) {
        return definition instanceof DefinitionSchema.OfStruct || definition instanceof DefinitionSchema.OfUnion;
    }

    /** The scalar that a type is on the wire, or null when it is none. */
    private static @Nullable String scalar(TypeName type, Catalog catalog) {
        if (type instanceof TypeName.Of of) {
            return of.scalar().keyword();
        }
        NamedTypeSchema named = named(type, catalog);
        return named == null ? null : named.base();
    }

    /** How two different scalars differ. */
    static ChangeKind difference(String older, String newer, ChangeKind otherwise) {
        if (isNumber(older, "iu") && isNumber(newer, "iu")) {
            boolean sameWidth = older.substring(1).equals(newer.substring(1));
            return sameWidth ? ChangeKind.SIGN_CHANGED : ChangeKind.INTEGER_WIDTH_CHANGED;
        }
        if (isNumber(older, "f") && isNumber(newer, "f")) {
            return ChangeKind.FLOAT_WIDTH_CHANGED;
        }
        Set<String> both = Set.of(older, newer);
        if (Objects.equals(both, Set.of("timestamp", "duration"))) {
            return ChangeKind.TIME_TYPE_CHANGED;
        }
        return Objects.equals(both, Set.of("bytes", "decimal")) ? ChangeKind.BYTES_TYPE_CHANGED : otherwise;
    }

    private static boolean isNumber(String keyword, String families) {
        return families.indexOf(keyword.charAt(0)) >= 0 && WIDE.contains(keyword.substring(1));
    }
}
