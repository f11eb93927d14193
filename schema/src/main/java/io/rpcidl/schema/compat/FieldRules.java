package io.rpcidl.schema.compat;

import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.LiteralSchema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of structs and errors, and the parameters of methods, which are a struct too. */
final class FieldRules extends MemberRules<FieldSchema> {

    private static final Kinds FIELDS =
            new Kinds(ChangeKind.FIELD_RENAMED, ChangeKind.FIELD_RENUMBERED, ChangeKind.FIELD_REPLACED);
    private static final Kinds PARAMETERS =
            new Kinds(ChangeKind.PARAMETER_RENAMED, ChangeKind.FIELD_RENUMBERED, ChangeKind.FIELD_REPLACED);

    private final boolean parameters;

    private FieldRules(Element owner, Element.Role role, Kinds kinds, Changes changes) {
        super(owner, role, kinds, changes);
        this.parameters = role == Element.Role.PARAMETER;
    }

    static FieldRules fields(Element definition, Changes changes) {
        return new FieldRules(definition, Element.Role.FIELD, FIELDS, changes);
    }

    static FieldRules parameters(Element method, Changes changes) {
        return new FieldRules(method, Element.Role.PARAMETER, PARAMETERS, changes);
    }

    @Override
    int number(FieldSchema field) {
        return field.number();
    }

    @Override
    String name(FieldSchema field) {
        return field.name();
    }

    @Override
    String form(FieldSchema field) {
        LiteralSchema literal = field.defaultField();
        return field.type() + (field.optional() ? "?" : "") + " " + field.name()
                + (literal == null ? "" : " = " + LiteralText.of(literal));
    }

    @Override
    boolean replaces(FieldSchema older, FieldSchema newer) {
        return TypeRules.differences(older.type(), newer.type(), changes).stream()
                .anyMatch(kind -> kind.level() == Level.WIRE);
    }

    @Override
    void compare(FieldSchema older, FieldSchema newer, Element element) {
        TypeRules.report(older.type(), newer.type(), element, changes);
        ChangeKind presence = presence(older, newer);
        if (presence != null) {
            changes.add(presence, element, form(older), form(newer));
        }
        LimitRules.compare(
                new LimitRules.Use(older.max(), older.sensitive(), older.type()),
                new LimitRules.Use(newer.max(), newer.sensitive(), newer.type()),
                element,
                changes);
        Notes.compare(
                new Notes(older.documentation(), older.deprecated()),
                new Notes(newer.documentation(), newer.deprecated()),
                element,
                changes);
    }

    private @Nullable ChangeKind presence(FieldSchema older, FieldSchema newer) {
        LiteralSchema before = older.defaultField();
        LiteralSchema after = newer.defaultField();
        if (older.optional()) {
            if (newer.optional()) {
                return null;
            }
            return after == null ? ChangeKind.FIELD_MADE_REQUIRED : ChangeKind.OPTIONAL_MADE_DEFAULT;
        }
        if (newer.optional()) {
            return before == null ? ChangeKind.FIELD_MADE_OPTIONAL : ChangeKind.DEFAULT_MADE_OPTIONAL;
        }
        if (before == null || after == null) {
            if (before == null && after == null) {
                return null;
            }
            return before == null ? ChangeKind.DEFAULT_ADDED : ChangeKind.DEFAULT_REMOVED;
        }
        Object oldMeaning = changes.older().meaning(before, older.type());
        Object newMeaning = changes.newer().meaning(after, newer.type());
        return Objects.equals(oldMeaning, newMeaning) ? null : ChangeKind.DEFAULT_CHANGED;
    }

    /** Whether a reader refuses a value without it. */
    static boolean required(FieldSchema field) {
        return !field.optional() && field.defaultField() == null;
    }

    @Override
    ChangeKind removed(FieldSchema field) {
        if (required(field)) {
            return ChangeKind.REQUIRED_FIELD_REMOVED;
        }
        return field.optional() ? ChangeKind.OPTIONAL_FIELD_REMOVED : ChangeKind.DEFAULTED_FIELD_REMOVED;
    }

    @Override
    ChangeKind added(FieldSchema field) {
        if (required(field)) {
            return ChangeKind.REQUIRED_FIELD_ADDED;
        }
        return field.optional() ? ChangeKind.OPTIONAL_FIELD_ADDED : ChangeKind.DEFAULTED_FIELD_ADDED;
    }

    @Override
    ChangeKind reordered() {
        return parameters ? ChangeKind.PARAMETER_ORDER_CHANGED : ChangeKind.FIELD_ORDER_CHANGED;
    }
}
