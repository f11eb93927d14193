package io.rpcidl.compiler.generate.java;

import java.util.IdentityHashMap;
import java.util.List;

/** Where numbers lie between those of the fields of an open struct, so that unknown fields can stand there. */
final class Gaps {

    /** The variable of generated code that holds the unknown fields. */
    static final String UNKNOWN = "unknown";

    /** For a struct whose unknown fields are not kept. */
    static final Gaps NONE = new Gaps(List.of());

    /** The number of the field before, 0 when there is none; by identity. */
    private final IdentityHashMap<Component, Integer> previous = new IdentityHashMap<>();

    private final int last;

    private Gaps(List<Component> ascending) {
        int number = 0;
        for (Component component : ascending) {
            if (component.field().number() > number + 1) {
                previous.put(component, number);
            }
            number = component.field().number();
        }
        this.last = number;
    }

    static Gaps of(Composite composite) {
        return composite.open() ? new Gaps(composite.ascending()) : NONE;
    }

    boolean isEmpty() {
        return previous.isEmpty();
    }

    /** Whether unknown fields can stand before this field and behind the one before. */
    boolean before(Component component) {
        return previous.containsKey(component);
    }

    /** The number of the last field, 0 when there is none. */
    int last() {
        return last;
    }

    /** The statement that keeps those before a field, if there can be any. */
    Code keep(Component component) {
        return before(component)
                ? Code.statement("in.keepBefore($L, $L)", component.field().number(), UNKNOWN)
                : Code.EMPTY;
    }

    /** The statement that writes those before a field, if there can be any. */
    Code write(Component component) {
        return before(component)
                ? Code.statement(
                        "out.unknownFields($L, $L, $L)",
                        UNKNOWN,
                        previous.get(component),
                        component.field().number())
                : Code.EMPTY;
    }
}
