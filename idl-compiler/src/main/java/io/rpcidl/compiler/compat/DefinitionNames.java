package io.rpcidl.compiler.compat;

import io.rpcidl.schema.DefinitionSchema;

/** The names of definitions. */
public final class DefinitionNames {

    private DefinitionNames() {}

    /** The name inside the package. */
    public static String of(DefinitionSchema definition) {
        return definition.match(
                of -> of.constant().name(),
                of -> of.namedType().name(),
                of -> of.enumeration().name(),
                of -> of.struct().name(),
                of -> of.union().name(),
                of -> of.error().name(),
                of -> of.service().name(),
                unknown -> "");
    }
}
