package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import io.rpcidl.codec.Shapes;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Numbered fields that become one Java class: a struct, an error or the parameters of a method.
 *
 * @param name the definition; for parameters their service
 * @param label what messages call it
 * @param type the Java class
 * @param codec the class that reads and writes it
 * @param components in the order of declaration
 * @param open whether values keep unknown fields
 */
record Composite(
        QualifiedName name, String label, ClassName type, ClassName codec, List<Component> components, boolean open) {

    /** Above this many components a class is no record any more. */
    private static final int LARGEST_RECORD = 50;

    Composite {
        components = List.copyOf(components);
    }

    /** Of fields that are no open struct. */
    Composite(QualifiedName name, String label, ClassName type, ClassName codec, List<Component> components) {
        this(name, label, type, codec, components, false);
    }

    /** The components of the given fields. */
    static List<Component> components(List<Field> fields, UnaryOperator<String> naming, JavaTypes types) {
        return fields.stream()
                .map(field -> Component.of(field, naming.apply(field.name()), types))
                .toList();
    }

    /** In the order of their numbers, which is the order on the wire. */
    List<Component> ascending() {
        return components.stream()
                .sorted(Comparator.comparingInt(component -> component.field().number()))
                .toList();
    }

    /** Whether every value is written with the same fields. */
    boolean alwaysSameShape() {
        return components.stream().allMatch(component -> component.field().alwaysWritten());
    }

    /**
     * Whether so few fields may be absent that all shapes are known beforehand. Not so for parameters, which come once a call:
     * the code that it takes is more than it saves.
     */
    boolean fewShapes() {
        if (parameters()) {
            return false;
        }
        long optional = components.stream()
                .filter(component -> !component.field().alwaysWritten())
                .count();
        return optional > 0 && optional <= Shapes.MOST_OPTIONAL;
    }

    /** How many octets every value takes behind its shape when all its fields stand in one block, or else 0. */
    int fixedWidth(ValueCode code) {
        int sum = 0;
        for (Component component : components) {
            int width = component.field().alwaysWritten()
                    ? code.fixedWidth(component.field().type())
                    : 0;
            if (width == 0 || large() || components.size() == 1) {
                return 0;
            }
            sum += width;
        }
        return sum;
    }

    /** How many fields have a named type, whose values are objects around others. */
    long wrapped(ValueCode code) {
        return components.stream()
                .filter(component -> code.named(component.field().type()))
                .count();
    }

    private boolean parameters() {
        return type.enclosingClassName() != null;
    }

    boolean large() {
        return components.size() > LARGEST_RECORD;
    }

    boolean sensitive() {
        return components.stream().anyMatch(component -> component.field().sensitive());
    }
}
