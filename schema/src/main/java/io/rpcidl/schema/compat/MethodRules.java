package io.rpcidl.schema.compat;

import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.ServiceSchema;
import org.jspecify.annotations.Nullable;

/** Services and their methods. */
final class MethodRules extends MemberRules<MethodSchema> {

    private static final Kinds KINDS =
            new Kinds(ChangeKind.METHOD_RENAMED, ChangeKind.METHOD_RENUMBERED, ChangeKind.METHOD_REPLACED);

    private MethodRules(Element service, Changes changes) {
        super(service, Element.Role.METHOD, KINDS, changes);
    }

    static void compare(ServiceSchema older, ServiceSchema newer, Element element, Changes changes) {
        new MethodRules(element, changes)
                .compareAll(older.methods(), newer.methods(), older.reserved(), newer.reserved());
    }

    @Override
    int number(MethodSchema method) {
        return method.number();
    }

    @Override
    String name(MethodSchema method) {
        return method.name();
    }

    @Override
    String form(MethodSchema method) {
        return method.name();
    }

    /** Another name and parameters that can't be the same: calls would be taken for others. */
    @Override
    boolean replaces(MethodSchema older, MethodSchema newer) {
        for (FieldSchema before : older.parameters()) {
            for (FieldSchema after : newer.parameters()) {
                if (before.number() == after.number() && breaks(before.type(), after.type())) {
                    return true;
                }
            }
        }
        String before = older.result().type();
        String after = newer.result().type();
        return before != null && after != null && breaks(before, after);
    }

    private boolean breaks(String before, String after) {
        return TypeRules.differences(before, after, changes).stream().anyMatch(kind -> kind.level() == Level.WIRE);
    }

    @Override
    void compare(MethodSchema older, MethodSchema newer, Element element) {
        FieldRules.parameters(element, changes).compareAll(older.parameters(), newer.parameters());
        CallRules.compare(older, newer, element, changes);
        new RaisedRules(element, changes).compareAll(older.raised(), newer.raised());
        Notes.compare(
                new Notes(older.documentation(), older.deprecated()),
                new Notes(newer.documentation(), newer.deprecated()),
                element,
                changes);
    }

    @Override
    ChangeKind removed(MethodSchema method) {
        return ChangeKind.METHOD_REMOVED;
    }

    @Override
    ChangeKind added(MethodSchema method) {
        return ChangeKind.METHOD_ADDED;
    }

    @Override
    @Nullable
    ChangeKind reordered() {
        return null;
    }
}
