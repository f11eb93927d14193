package io.rpcidl.compiler.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything one compilation knows: the files that were asked for and those that they import, sorted by path.
 *
 * @param files every file of the compilation, sorted by path
 * @param definitions every definition by its name
 * @param homes the file of every definition
 */
public record Schema(
        List<SchemaFile> files, Map<QualifiedName, Definition> definitions, Map<QualifiedName, SchemaFile> homes) {

    public Schema {
        files = List.copyOf(files);
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        homes = Collections.unmodifiableMap(new LinkedHashMap<>(homes));
    }

    /** Collects the definitions of the given files. */
    public static Schema of(List<SchemaFile> files) {
        Map<QualifiedName, Definition> definitions = new LinkedHashMap<>();
        Map<QualifiedName, SchemaFile> homes = new LinkedHashMap<>();
        for (SchemaFile file : files) {
            for (Definition definition : file.definitions()) {
                definitions.put(definition.name(), definition);
                homes.put(definition.name(), file);
            }
        }
        return new Schema(files, definitions, homes);
    }

    /** The definition with the given name, which resolution has made sure of. */
    public Definition definition(QualifiedName name) {
        Definition definition = definitions.get(name);
        if (definition == null) {
            throw new IllegalArgumentException("no definition " + name + " in the schema");
        }
        return definition;
    }

    /** The file that defines the given name. */
    public SchemaFile fileOf(QualifiedName name) {
        SchemaFile file = homes.get(name);
        if (file == null) {
            throw new IllegalArgumentException("no file defines " + name);
        }
        return file;
    }
}
