package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.MethodSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What a constructor makes sure of: nothing is null, numbers are in range, collections are immutable. */
final class Checks {

    private Checks() {}

    /** The statements for the components, which are parameters of the same names. */
    static Code of(Composite composite) {
        Code.Builder code = Code.builder();
        for (Component component : composite.components()) {
            add(component, composite.label() + "." + component.field().name(), code);
        }
        if (composite.open()) {
            code.add(UnknownFieldCode.check(composite.label()));
        }
        return code.build();
    }

    /** An expression whose value is the component, checked. */
    static Code checked(Component component, String label) {
        String name = component.name();
        String quoted = JavaLiterals.string(label + "." + component.field().name());
        if (component.collection()) {
            return Code.of("$T.$L($L, $L)", RuntimeTypes.VALUES, component.collectionMethod(), name, quoted);
        }
        if (component.rangeMethod() != null) {
            return Code.of("$T.$L($L, $L)", RuntimeTypes.VALUES, component.rangeMethod(), name, quoted);
        }
        return component.primitive()
                ? Code.of("$L", name)
                : Code.of("$T.required($L, $L)", RuntimeTypes.VALUES, name, quoted);
    }

    /** A compact constructor with the statements; nothing when there are none. */
    static List<MethodSpec> compactConstructor(Code checks, Modifier... modifiers) {
        return checks.isEmpty()
                ? List.of()
                : List.of(MethodSpec.compactConstructorBuilder()
                        .addModifiers(modifiers)
                        .addCode(checks.block())
                        .build());
    }

    private static void add(Component component, String label, Code.Builder code) {
        String name = component.name();
        boolean optional = component.field().optional();
        String quoted = JavaLiterals.string(label);
        if (component.collection()) {
            Code copy = Code.of("$T.$L($L, $L)", RuntimeTypes.VALUES, component.collectionMethod(), name, quoted);
            code.addStatement("$L = $L$L", name, optional ? name + " == null ? null : " : "", copy);
        } else if (component.rangeMethod() != null) {
            Code check = Code.of("$T.$L($L, $L)", RuntimeTypes.VALUES, component.rangeMethod(), name, quoted);
            if (optional) {
                code.beginControlFlow("if ($L != null)", name);
            }
            code.addStatement(check);
            if (optional) {
                code.endControlFlow();
            }
        } else if (!optional && !component.primitive()) {
            code.addStatement("$T.required($L, $L)", RuntimeTypes.VALUES, name, quoted);
        }
    }
}
