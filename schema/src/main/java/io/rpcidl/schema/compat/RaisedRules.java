package io.rpcidl.schema.compat;

import io.rpcidl.schema.RaisedSchema;
import org.jspecify.annotations.Nullable;

/** The errors that a method declares. */
final class RaisedRules extends MemberRules<RaisedSchema> {

    private static final Kinds KINDS = new Kinds(null, ChangeKind.RAISED_RENUMBERED, ChangeKind.RAISED_REPLACED);

    RaisedRules(Element method, Changes changes) {
        super(method, Element.Role.RAISED, KINDS, changes);
    }

    @Override
    int number(RaisedSchema raised) {
        return raised.number();
    }

    @Override
    String name(RaisedSchema raised) {
        return raised.error();
    }

    @Override
    String form(RaisedSchema raised) {
        return raised.error();
    }

    /** Another error is another error, whatever its fields are, unless the one before is gone and this came for it. */
    @Override
    boolean replaces(RaisedSchema older, RaisedSchema newer) {
        return !changes.renamed(new Changes.Pair(older.error(), newer.error()));
    }

    @Override
    void compare(RaisedSchema older, RaisedSchema newer, Element element) {
        changes.compareLater(older.error(), newer.error());
    }

    @Override
    ChangeKind removed(RaisedSchema raised) {
        return ChangeKind.RAISED_REMOVED;
    }

    @Override
    ChangeKind added(RaisedSchema raised) {
        return ChangeKind.RAISED_ADDED;
    }

    @Override
    @Nullable
    ChangeKind reordered() {
        return null;
    }
}
