package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which structs and unions contain each other, directly or through others.
 *
 * <p>The codec classes of such types must not need each other while they are initialised: two threads that start at
 * different ends would wait for each other forever.
 */
final class RecursiveGroups {

    private final Map<QualifiedName, List<QualifiedName>> contents = new HashMap<>();
    private final Map<QualifiedName, QualifiedName> groups = new HashMap<>();

    /** Kosaraju's algorithm, with stacks of our own: a chain of types may be as long as the schema. */
    RecursiveGroups(Schema schema) {
        schema.definitions().values().forEach(definition -> contents.put(definition.name(), contents(definition)));
        Map<QualifiedName, List<QualifiedName>> containers = new HashMap<>();
        contents.forEach((container, parts) -> parts.forEach(part ->
                containers.computeIfAbsent(part, none -> new ArrayList<>()).add(container)));
        List<QualifiedName> finished = finishingOrder(schema.definitions().keySet());
        for (int i = finished.size() - 1; i >= 0; i--) {
            QualifiedName root = finished.get(i);
            Deque<QualifiedName> waiting = new ArrayDeque<>(List.of(root));
            while (!waiting.isEmpty()) {
                QualifiedName name = waiting.pop();
                if (groups.putIfAbsent(name, root) == null) {
                    waiting.addAll(containers.getOrDefault(name, List.of()));
                }
            }
        }
    }

    /** Whether each of the two contains the other, or both are the same. */
    boolean together(QualifiedName one, QualifiedName other) {
        return groups.getOrDefault(one, one).equals(groups.getOrDefault(other, other));
    }

    private List<QualifiedName> finishingOrder(Set<QualifiedName> names) {
        List<QualifiedName> finished = new ArrayList<>();
        Set<QualifiedName> entered = new HashSet<>();
        Set<QualifiedName> left = new HashSet<>();
        for (QualifiedName start : names) {
            Deque<QualifiedName> path = new ArrayDeque<>(List.of(start));
            while (!path.isEmpty()) {
                QualifiedName name = path.peek();
                if (entered.add(name)) {
                    contents.getOrDefault(name, List.of()).stream()
                            .filter(part -> !entered.contains(part))
                            .forEach(path::push);
                } else {
                    path.pop();
                    if (left.add(name)) {
                        finished.add(name);
                    }
                }
            }
        }
        return finished;
    }

    private static List<QualifiedName> contents(Definition definition) {
        List<QualifiedName> names = new ArrayList<>();
        if (definition instanceof Struct struct) {
            struct.fields().stream().map(Field::type).forEach(type -> addNames(type, names));
        } else if (definition instanceof Union union) {
            for (Variant variant : union.variants()) {
                if (variant.type() != null) {
                    addNames(variant.type(), names);
                }
            }
        }
        return names;
    }

    /** Not deep: the language bounds how far types nest. */
    private static void addNames(Type type, List<QualifiedName> names) {
        if (type instanceof Type.Reference reference) {
            names.add(reference.name());
        } else if (type instanceof Type.ListOf list) {
            addNames(list.element(), names);
        } else if (type instanceof Type.SetOf set) {
            addNames(set.element(), names);
        } else if (type instanceof Type.MapOf map) {
            addNames(map.value(), names);
        }
    }
}
