package io.rpcidl.compiler.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything one compilation knows: the files that were asked for and those that they import, sorted by path.
 *
 * @param files every file of the compilation, sorted by path
 */
public record Schema(List<SchemaFile> files, Map<QualifiedName, Definition> definitions) {

    public Schema {
        files = List.copyOf(files);
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    }

    /** Collects the definitions of the given files. */
    public static Schema of(List<SchemaFile> files) {
        Map<QualifiedName, Definition> definitions = new LinkedHashMap<>();
        for (SchemaFile file : files) {
            for (Definition definition : file.definitions()) {
                definitions.put(definition.name(), definition);
            }
        }
        return new Schema(files, definitions);
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
        for (SchemaFile file : files) {
            if (file.definitions().contains(definition(name))) {
                return file;
            }
        }
        throw new IllegalArgumentException("no file defines " + name);
    }
}
