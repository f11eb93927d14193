package io.rpcidl.schema.canonical;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaIndex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that a definition reaches: itself, and what its members name, and so on. */
public final class Closure {

    private Closure() {}

    /**
     * The full names of what a definition reaches, itself first.
     *
     * @param name its full name
     * @throws io.rpcidl.schema.InvalidDescriptorException if nothing has this name
     */
    public static Set<String> names(SchemaIndex index, String name) {
        Set<String> names = new LinkedHashSet<>(List.of(name));
        List<String> queue = new ArrayList<>(names);
        for (int i = 0; i < queue.size(); i++) {
            for (String each : References.of(index.get(queue.get(i)))) {
                if (names.add(each)) {
                    queue.add(each);
                }
            }
        }
        return names;
    }

    /**
     * A descriptor of only what a definition reaches, for peers: without documentation, deprecations and Java packages, which
     * mean nothing to them.
     *
     * @param name its full name
     * @throws io.rpcidl.schema.InvalidDescriptorException if nothing has this name
     */
    public static SchemaDescriptor of(SchemaIndex index, String name) {
        Set<String> names = names(index, name);
        Map<String, FileSchema> files = new TreeMap<>();
        names.forEach(each -> files.put(index.fileOf(each).path(), index.fileOf(each)));
        List<FileSchema> kept = new ArrayList<>();
        for (FileSchema file : files.values()) {
            List<DefinitionSchema> definitions = new ArrayList<>();
            for (DefinitionSchema definition : file.definitions()) {
                if (names.contains(file.packageName() + "." + SchemaIndex.simpleName(definition))) {
                    definitions.add(Undocumented.definition(definition));
                }
            }
            kept.add(FileSchema.builder()
                    .path(file.path())
                    .packageName(file.packageName())
                    .definitions(definitions)
                    .build());
        }
        return new SchemaDescriptor(kept);
    }
}
