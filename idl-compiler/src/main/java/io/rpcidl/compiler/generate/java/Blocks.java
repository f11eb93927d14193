package io.rpcidl.compiler.generate.java;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * Which fields of a struct stand in blocks: two or more in a row that are always written and have a fixed width. Room for a
 * block is looked for once, and each of its values has its place.
 */
final class Blocks {

    private static final String AT = "at";

    private final IdentityHashMap<Component, Integer> sizes = new IdentityHashMap<>();
    private final IdentityHashMap<Component, String> places = new IdentityHashMap<>();
    private boolean first = true;

    Blocks(ValueCode code, List<Component> ascending) {
        this(code, ascending, Gaps.NONE);
    }

    /** Blocks that do not reach over gaps. */
    Blocks(ValueCode code, List<Component> ascending, Gaps gaps) {
        int from = 0;
        while (from < ascending.size()) {
            int to = from;
            while (to < ascending.size()
                    && width(code, ascending.get(to)) > 0
                    && (to == from || !gaps.before(ascending.get(to)))) {
                to++;
            }
            if (to - from > 1) {
                add(code, ascending.subList(from, to));
            }
            from = Math.max(to, from + 1);
        }
    }

    private void add(ValueCode code, List<Component> block) {
        int offset = 0;
        for (Component component : block) {
            places.put(component, offset == 0 ? AT : AT + " + " + offset);
            offset += width(code, component);
        }
        sizes.put(block.get(0), offset);
    }

    private static int width(ValueCode code, Component component) {
        return component.field().alwaysWritten()
                ? code.fixedWidth(component.field().type())
                : 0;
    }

    /** The same when the place of the first block is given. */
    Blocks given() {
        sizes.clear();
        return this;
    }

    /** The statement that a block begins with in front of its first field, from a call that gives the place; else nothing. */
    String beginning(Component component, String call) {
        Integer size = sizes.get(component);
        if (size == null) {
            return "";
        }
        String declaration = first ? "int " : "";
        first = false;
        return declaration + AT + " = " + call + "(" + size + ")";
    }

    /** The expression of the field's place, or nothing when it is in no block. */
    String place(Component component) {
        return places.getOrDefault(component, "");
    }
}
