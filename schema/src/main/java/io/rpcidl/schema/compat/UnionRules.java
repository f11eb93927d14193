package io.rpcidl.schema.compat;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.TypeName;
import io.rpcidl.schema.UnionSchema;
import io.rpcidl.schema.VariantSchema;
import org.jspecify.annotations.Nullable;

/** Unions and their variants. */
final class UnionRules extends MemberRules<VariantSchema> {

    private static final Kinds KINDS =
            new Kinds(ChangeKind.VARIANT_RENAMED, ChangeKind.VARIANT_RENUMBERED, ChangeKind.VARIANT_REPLACED);

    private UnionRules(Element owner, Changes changes) {
        super(owner, Element.Role.VARIANT, KINDS, changes);
    }

    static void compare(UnionSchema older, UnionSchema newer, Element element, Changes changes) {
        new UnionRules(element, changes)
                .compareAll(older.variants(), newer.variants(), older.reserved(), newer.reserved());
    }

    @Override
    int number(VariantSchema variant) {
        return variant.number();
    }

    @Override
    String name(VariantSchema variant) {
        return variant.name();
    }

    @Override
    String form(VariantSchema variant) {
        return variant.type() == null ? variant.name() : variant.type() + " " + variant.name();
    }

    @Override
    boolean replaces(VariantSchema older, VariantSchema newer) {
        String before = older.type();
        String after = newer.type();
        if (before == null || after == null) {
            ChangeKind value = value(before, after);
            return value != null && value.level() == Level.WIRE;
        }
        return TypeRules.differences(before, after, changes).stream().anyMatch(kind -> kind.level() == Level.WIRE);
    }

    @Override
    void compare(VariantSchema older, VariantSchema newer, Element element) {
        String before = older.type();
        String after = newer.type();
        ChangeKind value = value(before, after);
        if (value != null) {
            changes.add(value, element, form(older), form(newer));
        } else if (before != null && after != null) {
            TypeRules.report(before, after, element, changes);
            LimitRules.compare(
                    new LimitRules.Use(older.max(), older.sensitive(), before),
                    new LimitRules.Use(newer.max(), newer.sensitive(), after),
                    element,
                    changes);
        }
        Notes.compare(
                new Notes(older.documentation(), older.deprecated()),
                new Notes(newer.documentation(), newer.deprecated()),
                element,
                changes);
    }

    /** What it means that a variant got or lost its value, or null when it did neither. */
    private @Nullable ChangeKind value(@Nullable String before, @Nullable String after) {
        if (before == null && after != null) {
            return switch (emptyAs(after, changes.newer())) {
                case NEVER -> ChangeKind.VARIANT_VALUE_ADDED;
                case MISSES -> ChangeKind.VARIANT_STRUCT_ADDED;
                case READS -> ChangeKind.VARIANT_FIELDS_ADDED;
            };
        }
        if (before != null && after == null) {
            return switch (emptyAs(before, changes.older())) {
                case NEVER -> ChangeKind.VARIANT_VALUE_REMOVED;
                case MISSES -> ChangeKind.VARIANT_STRUCT_REMOVED;
                case READS -> ChangeKind.VARIANT_FIELDS_REMOVED;
            };
        }
        return null;
    }

    /** What a reader of the type makes of the empty struct that a variant without a value is. */
    private static Reading emptyAs(String type, Catalog catalog) {
        DefinitionSchema definition = catalog.definition(TypeName.parse(type));
        if (definition instanceof DefinitionSchema.OfUnion) {
            return Reading.MISSES;
        }
        if (!(definition instanceof DefinitionSchema.OfStruct of)) {
            return Reading.NEVER;
        }
        boolean misses = of.struct().fields().stream().anyMatch(FieldRules::required);
        return misses ? Reading.MISSES : Reading.READS;
    }

    private enum Reading {
        /** It is of another kind. */
        NEVER,
        /** It is of this kind, but lacks something. */
        MISSES,
        READS
    }

    @Override
    ChangeKind removed(VariantSchema variant) {
        return ChangeKind.VARIANT_REMOVED;
    }

    @Override
    ChangeKind added(VariantSchema variant) {
        return ChangeKind.VARIANT_ADDED;
    }

    @Override
    ChangeKind reordered() {
        return ChangeKind.VARIANT_ORDER_CHANGED;
    }
}
