package io.rpcidl.schema.compat;

import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.EnumValueSchema;

/** Enums and their values. */
final class EnumRules extends MemberRules<EnumValueSchema> {

    private static final Kinds KINDS =
            new Kinds(ChangeKind.ENUM_VALUE_RENAMED, ChangeKind.ENUM_VALUE_RENUMBERED, ChangeKind.ENUM_VALUE_REPLACED);

    private final boolean wasClosed;
    private final boolean isClosed;

    private EnumRules(EnumSchema older, EnumSchema newer, Element owner, Changes changes) {
        super(owner, Element.Role.VALUE, KINDS, changes);
        this.wasClosed = older.closed();
        this.isClosed = newer.closed();
    }

    static void compare(EnumSchema older, EnumSchema newer, Element element, Changes changes) {
        if (older.closed() != newer.closed()) {
            ChangeKind kind = newer.closed() ? ChangeKind.ENUM_CLOSED : ChangeKind.ENUM_OPENED;
            changes.add(
                    kind, element, older.closed() ? "closed enum" : "enum", newer.closed() ? "closed enum" : "enum");
        }
        new EnumRules(older, newer, element, changes)
                .compareAll(older.values(), newer.values(), older.reserved(), newer.reserved());
    }

    @Override
    int number(EnumValueSchema value) {
        return value.number();
    }

    @Override
    String name(EnumValueSchema value) {
        return value.name();
    }

    @Override
    String form(EnumValueSchema value) {
        return value.name() + " = " + value.number();
    }

    @Override
    boolean replaces(EnumValueSchema older, EnumValueSchema newer) {
        // nothing but the name tells values apart, so another name under the number is a rename
        return false;
    }

    @Override
    void compare(EnumValueSchema older, EnumValueSchema newer, Element element) {
        Notes.compare(
                new Notes(older.documentation(), older.deprecated()),
                new Notes(newer.documentation(), newer.deprecated()),
                element,
                changes);
    }

    @Override
    ChangeKind removed(EnumValueSchema value) {
        return isClosed ? ChangeKind.CLOSED_ENUM_VALUE_REMOVED : ChangeKind.ENUM_VALUE_REMOVED;
    }

    @Override
    ChangeKind added(EnumValueSchema value) {
        return wasClosed ? ChangeKind.CLOSED_ENUM_VALUE_ADDED : ChangeKind.ENUM_VALUE_ADDED;
    }

    @Override
    ChangeKind reordered() {
        return ChangeKind.ENUM_ORDER_CHANGED;
    }
}
