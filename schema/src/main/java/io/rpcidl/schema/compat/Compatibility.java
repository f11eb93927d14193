package io.rpcidl.schema.compat;

import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.SchemaDescriptor;
import java.util.List;

/**
 * Compares two schemas. What the kinds of changes mean, whom they break and how to make them safely stands with
 * {@link ChangeKind}.
 */
public final class Compatibility {

    private Compatibility() {}

    /**
     * All changes between two schemas, sorted by element and kind. Definitions are found by their names in full, wherever
     * they are declared, and members by their numbers. When there is no finding of level {@link Level#WIRE}, programs of
     * both schemas read each other.
     *
     * @param older a schema that is in use
     * @param newer the schema that is to take its place
     * @throws InvalidDescriptorException if a descriptor was not made from a schema that passed the compiler's checks, or by a
     *     newer version than this one
     */
    public static List<Finding> compare(SchemaDescriptor older, SchemaDescriptor newer) {
        Changes changes = new Changes(new Catalog(older), new Catalog(newer));
        DefinitionRules.compare(changes);
        return changes.findings();
    }
}
