package io.rpcidl.schema.compat;

import io.rpcidl.schema.ConstantSchema;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.EnumValueSchema;
import io.rpcidl.schema.ErrorSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.ServiceSchema;
import io.rpcidl.schema.StructSchema;
import io.rpcidl.schema.TypeName;
import io.rpcidl.schema.UnionSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The definitions of one descriptor by their names in full. */
final class Catalog {

    private final List<FileSchema> files;
    private final Map<String, Entry> entries = new TreeMap<>();

    Catalog(SchemaDescriptor descriptor) {
        files = descriptor.files();
        for (FileSchema file : descriptor.files()) {
            for (DefinitionSchema definition : file.definitions()) {
                Entry entry = new Entry(file.packageName() + "." + nameOf(definition), file, definition);
                entries.putIfAbsent(entry.name(), entry);
            }
        }
    }

    /**
     * A definition.
     *
     * @param name in full
     * @param file that holds it
     */
    record Entry(String name, FileSchema file, DefinitionSchema definition) {

        /** Whether others define it: then only what own definitions use of it counts. */
        boolean imported() {
            return file.imported();
        }

        /** The Java package of its class. */
        String javaPackage() {
            String stated = file.javaPackage();
            return stated == null ? file.packageName() : stated;
        }
    }

    List<FileSchema> files() {
        return files;
    }

    Map<String, Entry> entries() {
        return entries;
    }

    /** The definition, or null when the descriptor does not hold it, as that of a lock file alone may not. */
    @Nullable
    Entry find(String name) {
        return entries.get(name);
    }

    /** The definition that a type refers to, or null when it is no reference or not known. */
    @Nullable
    DefinitionSchema definition(TypeName type) {
        Entry entry = type instanceof TypeName.Reference reference ? find(reference.name()) : null;
        return entry == null ? null : entry.definition();
    }

    /** What a value comes to: those of enums are told apart by number, which is what a reader gets. */
    Object meaning(LiteralSchema literal, String type) {
        if (literal instanceof LiteralSchema.OfEnumValue named
                && definition(TypeName.parse(type)) instanceof DefinitionSchema.OfEnumeration known) {
            for (EnumValueSchema value : known.enumeration().values()) {
                if (value.name().equals(named.enumValue())) {
                    return value.number();
                }
            }
        }
        return literal;
    }

    /** The name inside the package. */
    static String nameOf(DefinitionSchema definition) {
        return definition.match(
                constant -> constant.constant().name(),
                named -> named.namedType().name(),
                enumeration -> enumeration.enumeration().name(),
                struct -> struct.struct().name(),
                union -> union.union().name(),
                error -> error.error().name(),
                service -> service.service().name(),
                unknown -> {
                    throw new InvalidDescriptorException(
                            "the descriptor is of a newer version: it holds a kind of definition that is not known here");
                });
    }

    /** The word that declares such a definition. */
    static String keyword(DefinitionSchema definition) {
        return definition.match(
                constant -> "const",
                named -> "type",
                enumeration -> "enum",
                struct -> "struct",
                union -> "union",
                error -> "error",
                service -> "service",
                unknown -> "definition");
    }

    /** The documentation and the deprecation of a definition. */
    static Notes notes(DefinitionSchema definition) {
        return definition.match(
                of -> notes(of.constant()),
                of -> notes(of.namedType()),
                of -> notes(of.enumeration()),
                of -> notes(of.struct()),
                of -> notes(of.union()),
                of -> notes(of.error()),
                of -> notes(of.service()),
                unknown -> new Notes(null, null));
    }

    private static Notes notes(ConstantSchema constant) {
        return new Notes(constant.documentation(), constant.deprecated());
    }

    private static Notes notes(NamedTypeSchema named) {
        return new Notes(named.documentation(), named.deprecated());
    }

    private static Notes notes(EnumSchema enumeration) {
        return new Notes(enumeration.documentation(), enumeration.deprecated());
    }

    private static Notes notes(StructSchema struct) {
        return new Notes(struct.documentation(), struct.deprecated());
    }

    private static Notes notes(UnionSchema union) {
        return new Notes(union.documentation(), union.deprecated());
    }

    private static Notes notes(ErrorSchema error) {
        return new Notes(error.documentation(), error.deprecated());
    }

    private static Notes notes(ServiceSchema service) {
        return new Notes(service.documentation(), service.deprecated());
    }
}
