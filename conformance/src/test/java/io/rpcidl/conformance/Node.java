package io.rpcidl.conformance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of a JSON file, with a complaint that names it where a member is missing or of another kind. */
record Node(Map<?, ?> members) {

    static Node of(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> members) {
            return new Node(members);
        }
        throw new IllegalArgumentException(tree + " is not an object");
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Object get(String name) {
        Object value = members.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no member '" + name + "' in " + Json.text(members));
        }
        return value;
    }

    String text(String name) {
        return (String) get(name);
    }

    long number(String name) {
        return ((BigDecimal) get(name)).longValueExact();
    }

    long number(String name, long otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    List<?> list(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    List<Node> nodes(String name) {
        return list(name).stream().map(Node::of).toList();
    }

    /** The first of these names that it has as a member; each step and pattern is known by one of them. */
    String kind(Set<String> names) {
        return names.stream()
                .filter(this::has)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("none of the members " + names + " in " + Json.text(members)));
    }

    void allow(Set<String> names) {
        for (Object name : members.keySet()) {
            if (!names.contains(Objects.requireNonNull(name))) {
                throw new IllegalArgumentException("the member '" + name + "' means nothing in " + Json.text(members));
            }
        }
    }

    @Override
    public String toString() {
        return Json.text(members);
    }
}
