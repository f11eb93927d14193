package io.rpcidl.compiler.lock;

import io.rpcidl.compiler.compat.DefinitionNames;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.compat.ChangeKind;
import io.rpcidl.schema.compat.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings locks up to date. A line of a number that the source no longer has stays as removed, in the file that defines what
 * it belonged to now, also under a new name, else where it was.
 */
final class LockUpdate {

    private final Map<String, List<LockLine>> known = new HashMap<>();
    private final Map<String, Set<String>> namesByPath = new TreeMap<>();
    private final Map<String, String> renamedFrom = new HashMap<>();

    LockUpdate(Map<String, Lock> locks, List<Finding> findings) {
        for (Lock lock : locks.values()) {
            Set<String> names = new HashSet<>();
            for (LockLine line : lock.lines().values()) {
                String name = lock.packageName() + "." + line.key().definition();
                known.computeIfAbsent(name, any -> new ArrayList<>()).add(line);
                names.add(name);
            }
            namesByPath.put(lock.path(), names);
        }
        for (Finding finding : findings) {
            String older = finding.older();
            if (finding.kind() == ChangeKind.DEFINITION_RENAMED && older != null) {
                renamedFrom.putIfAbsent(finding.element().definition(), older);
            }
        }
    }

    Map<String, Lock> of(SchemaDescriptor newer) {
        Set<String> live = new HashSet<>();
        for (FileSchema file : newer.files()) {
            for (DefinitionSchema definition : file.definitions()) {
                live.add(file.packageName() + "." + DefinitionNames.of(definition));
            }
        }
        Map<String, Lock> updated = new TreeMap<>();
        for (FileSchema file : newer.files()) {
            if (!file.imported()) {
                updated.put(file.path(), lock(file, live));
            }
        }
        return updated;
    }

    private Lock lock(FileSchema file, Set<String> live) {
        SortedMap<LockKey, LockLine> lines = Lines.of(file);
        for (DefinitionSchema definition : file.definitions()) {
            String simple = DefinitionNames.of(definition);
            String name = file.packageName() + "." + simple;
            LockLine head = lines.get(LockKey.head(simple));
            if (head != null) {
                carry(name, simple, head.word(), lines);
                carry(renamedFrom.getOrDefault(name, name), simple, head.word(), lines);
            }
        }
        for (String name : namesByPath.getOrDefault(file.path(), Set.of())) {
            if (!live.contains(name)) {
                String simple = name.substring(name.lastIndexOf('.') + 1);
                known.getOrDefault(name, List.of()).forEach(line -> keep(line, simple, line.word(), lines));
            }
        }
        return new Lock(file.path(), file.packageName(), file.javaPackage(), lines, null);
    }

    /** What was known of a definition and is no more becomes removed lines of the definition that is now in its place. */
    private void carry(String from, String simple, String word, SortedMap<LockKey, LockLine> lines) {
        for (LockLine line : known.getOrDefault(from, List.of())) {
            if (line.key().role() != LockKey.Role.DEFINITION) {
                keep(line, simple, word, lines);
            }
        }
    }

    private static void keep(LockLine line, String definition, String word, SortedMap<LockKey, LockLine> lines) {
        boolean head = line.key().role() == LockKey.Role.DEFINITION;
        if (word.equals("const") || (word.equals("type") && head)) {
            return; // they have no numbers
        }
        LockKey old = line.key();
        LockKey key = new LockKey(definition, old.role(), old.number(), old.part(), old.partNumber(), old.name());
        if (key.part() != LockKey.Part.WHOLE) {
            // a parameter that is kept needs the line of its method, which other lines bring
            lines.putIfAbsent(key.method(), new LockLine(key.method(), word, true, "", line.span()));
        }
        lines.putIfAbsent(key, new LockLine(key, word, line.removed(), line.content(), line.span()).asRemoved());
    }
}
