package io.rpcidl.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The definitions of a descriptor by their full names, such as {@code shop.orders.v1.Line}. */
public final class SchemaIndex {

    private final Map<String, DefinitionSchema> definitions = new LinkedHashMap<>();
    private final Map<String, FileSchema> files = new LinkedHashMap<>();

    private SchemaIndex(SchemaDescriptor descriptor) {
        for (FileSchema file : descriptor.files()) {
            for (DefinitionSchema definition : file.definitions()) {
                String name = file.packageName() + "." + simpleName(definition);
                if (definitions.putIfAbsent(name, definition) != null) {
                    throw new InvalidDescriptorException("two definitions are named " + Names.quoted(name));
                }
                files.put(name, file);
            }
        }
    }

    /**
     * Finds what the descriptor defines.
     *
     * @throws InvalidDescriptorException if two definitions have one name, or one is of a kind that only newer versions know
     */
    public static SchemaIndex of(SchemaDescriptor descriptor) {
        return new SchemaIndex(descriptor);
    }

    /** The full names of all definitions, in the order of the descriptor. */
    public Set<String> names() {
        return Collections.unmodifiableSet(definitions.keySet());
    }

    /** The definition with a full name, or null when there is none. */
    public @Nullable DefinitionSchema find(String name) {
        return definitions.get(name);
    }

    /**
     * The definition with a full name.
     *
     * @throws InvalidDescriptorException if there is none
     */
    public DefinitionSchema get(String name) {
        return found(definitions.get(name), name);
    }

    /**
     * The file that defines a full name.
     *
     * @throws InvalidDescriptorException if there is none
     */
    public FileSchema fileOf(String name) {
        return found(files.get(name), name);
    }

    /** The scalar that a value of the type is on the wire, also behind a named type; null for anything else. */
    public @Nullable ScalarType scalarOf(TypeName type) {
        if (type instanceof TypeName.Of of) {
            return of.scalar();
        }
        return type instanceof TypeName.Reference reference
                        && definitions.get(reference.name()) instanceof DefinitionSchema.OfNamedType named
                ? ScalarType.of(named.namedType().base())
                : null;
    }

    /**
     * The name of a definition without its package.
     *
     * @throws InvalidDescriptorException if it is of a kind that only newer versions know
     */
    public static String simpleName(DefinitionSchema definition) {
        return definition.match(
                constant -> constant.constant().name(),
                named -> named.namedType().name(),
                enumeration -> enumeration.enumeration().name(),
                struct -> struct.struct().name(),
                union -> union.union().name(),
                error -> error.error().name(),
                service -> service.service().name(),
                unknown -> {
                    throw new InvalidDescriptorException("a definition is of the unknown kind "
                            + unknown.value().number()
                            + "; use the version of rpcidl that has made the descriptor, or a newer one");
                });
    }

    private static <T> T found(@Nullable T value, String name) {
        if (value == null) {
            throw new InvalidDescriptorException("nothing is named " + Names.quoted(name));
        }
        return value;
    }
}
