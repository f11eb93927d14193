package io.rpcidl.schema.compat;

import io.rpcidl.schema.ConstantSchema;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.ErrorSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.StructSchema;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Definitions as wholes: which came, went, changed their name, their kind, or what is said of all of them. */
final class DefinitionRules {

    private final Changes changes;

    private DefinitionRules(Changes changes) {
        this.changes = changes;
    }

    static void compare(Changes changes) {
        new DefinitionRules(changes).run();
    }

    private void run() {
        changes.newer().entries().forEach((name, entry) -> {
            Catalog.Entry before = changes.older().find(name);
            if (before != null && !(entry.imported() && before.imported())) {
                changes.compareLater(name, name);
            }
        });
        for (Changes.Pair pair = changes.next(); pair != null; pair = changes.next()) {
            Catalog.Entry older = changes.older().find(pair.older());
            Catalog.Entry newer = changes.newer().find(pair.newer());
            if (older != null && newer != null) {
                pair(older, newer);
            }
        }
        comings();
        packages();
    }

    private void pair(Catalog.Entry older, Catalog.Entry newer) {
        Element element = Element.of(newer.name());
        String before = Catalog.keyword(older.definition());
        String after = Catalog.keyword(newer.definition());
        if (!before.equals(after)) {
            otherKind(before, after, element);
            return;
        }
        if (!older.name().equals(newer.name()) && changes.renamed(new Changes.Pair(older.name(), newer.name()))) {
            changes.add(ChangeKind.DEFINITION_RENAMED, element, older.name(), newer.name());
        }
        members(older, newer, element);
        if (older.name().equals(newer.name())) {
            Notes.compare(Catalog.notes(older.definition()), Catalog.notes(newer.definition()), element, changes);
        }
    }

    private void members(Catalog.Entry older, Catalog.Entry newer, Element element) {
        DefinitionSchema from = older.definition();
        DefinitionSchema to = newer.definition();
        if (from instanceof DefinitionSchema.OfStruct before && to instanceof DefinitionSchema.OfStruct after) {
            struct(before.struct(), after.struct(), element);
        } else if (from instanceof DefinitionSchema.OfError before && to instanceof DefinitionSchema.OfError after) {
            error(before.error(), after.error(), element);
        } else if (from instanceof DefinitionSchema.OfEnumeration before
                && to instanceof DefinitionSchema.OfEnumeration after) {
            EnumRules.compare(before.enumeration(), after.enumeration(), element, changes);
        } else if (from instanceof DefinitionSchema.OfUnion before && to instanceof DefinitionSchema.OfUnion after) {
            UnionRules.compare(before.union(), after.union(), element, changes);
        } else if (from instanceof DefinitionSchema.OfNamedType before
                && to instanceof DefinitionSchema.OfNamedType after) {
            namedType(before.namedType(), after.namedType(), element);
        } else if (from instanceof DefinitionSchema.OfService before
                && to instanceof DefinitionSchema.OfService after) {
            MethodRules.compare(before.service(), after.service(), element, changes);
        } else if (from instanceof DefinitionSchema.OfConstant before
                && to instanceof DefinitionSchema.OfConstant after) {
            constant(before.constant(), after.constant(), element);
            String oldPath = older.file().path();
            String newPath = newer.file().path();
            if (!oldPath.equals(newPath)) {
                changes.add(ChangeKind.CONSTANT_FILE_CHANGED, element, oldPath, newPath);
            }
        }
    }

    private void struct(StructSchema older, StructSchema newer, Element element) {
        FieldRules.fields(element, changes)
                .compareAll(older.fields(), newer.fields(), older.reserved(), newer.reserved());
        if (older.open() != newer.open()) {
            ChangeKind kind = newer.open() ? ChangeKind.STRUCT_OPENED : ChangeKind.STRUCT_NO_LONGER_OPEN;
            changes.add(
                    kind, element, older.open() ? "open struct" : "struct", newer.open() ? "open struct" : "struct");
        }
    }

    private void error(ErrorSchema older, ErrorSchema newer, Element element) {
        FieldRules.fields(element, changes)
                .compareAll(older.fields(), newer.fields(), older.reserved(), newer.reserved());
        if (older.rejectsField() != newer.rejectsField()) {
            changes.add(
                    newer.rejectsField() ? ChangeKind.REJECTS_ADDED : ChangeKind.REJECTS_REMOVED, element, null, null);
        }
    }

    private void namedType(NamedTypeSchema older, NamedTypeSchema newer, Element element) {
        if (!older.base().equals(newer.base())) {
            ChangeKind kind = TypeRules.difference(older.base(), newer.base(), ChangeKind.TYPE_CHANGED);
            changes.add(kind, element, older.base(), newer.base());
        }
        LimitRules.compare(older, newer, element, changes);
    }

    private void constant(ConstantSchema older, ConstantSchema newer, Element element) {
        if (!older.type().equals(newer.type())) {
            changes.add(ChangeKind.CONSTANT_TYPE_CHANGED, element, older.type(), newer.type());
        }
        Object before = changes.older().meaning(older.value(), older.type());
        Object after = changes.newer().meaning(newer.value(), newer.type());
        if (!before.equals(after)) {
            changes.add(
                    ChangeKind.CONSTANT_VALUE_CHANGED,
                    element,
                    LiteralText.of(older.value()),
                    LiteralText.of(newer.value()));
        }
    }

    /** A name that stands for another kind of thing: only types are on the wire under it, and services by it. */
    private void otherKind(String before, String after, Element element) {
        Set<String> types = Set.of("type", "enum", "struct", "union");
        if (types.contains(before) && types.contains(after)) {
            changes.add(ChangeKind.DEFINITION_KIND_CHANGED, element, before, after);
        } else {
            changes.add(removed(before), element, before, null);
            changes.add(added(after), element, null, after);
        }
    }

    private void comings() {
        Set<String> gone = new HashSet<>();
        Set<String> came = new HashSet<>();
        for (Changes.Pair rename : changes.renames()) {
            gone.add(rename.older());
            came.add(rename.newer());
        }
        changes.older().entries().forEach((name, entry) -> {
            if (changes.newer().find(name) == null && !gone.contains(name) && !entry.imported()) {
                String keyword = Catalog.keyword(entry.definition());
                changes.add(removed(keyword), Element.of(name), keyword, null);
            }
        });
        changes.newer().entries().forEach((name, entry) -> {
            if (changes.older().find(name) == null && !came.contains(name) && !entry.imported()) {
                String keyword = Catalog.keyword(entry.definition());
                changes.add(added(keyword), Element.of(name), null, keyword);
            }
        });
    }

    private static ChangeKind removed(String keyword) {
        return keyword.equals("service") ? ChangeKind.SERVICE_REMOVED : ChangeKind.DEFINITION_REMOVED;
    }

    private static ChangeKind added(String keyword) {
        return keyword.equals("service") ? ChangeKind.SERVICE_ADDED : ChangeKind.DEFINITION_ADDED;
    }

    /** What is said of packages: their Java package, once for all definitions that moved, and their documentation. */
    private void packages() {
        changes.newer().entries().forEach((name, entry) -> {
            Catalog.Entry before = changes.older().find(name);
            if (before != null && !entry.imported() && !before.javaPackage().equals(entry.javaPackage())) {
                changes.add(
                        ChangeKind.JAVA_PACKAGE_CHANGED,
                        Element.of(entry.file().packageName()),
                        before.javaPackage(),
                        entry.javaPackage());
            }
        });
        Map<String, FileSchema> olderFiles = new TreeMap<>();
        changes.older().files().forEach(file -> olderFiles.put(file.path(), file));
        for (FileSchema file : changes.newer().files()) {
            FileSchema before = olderFiles.get(file.path());
            if (before != null && !file.imported()) {
                Notes.compare(
                        new Notes(before.documentation(), null),
                        new Notes(file.documentation(), null),
                        Element.of(file.packageName()),
                        changes);
            }
        }
    }
}
