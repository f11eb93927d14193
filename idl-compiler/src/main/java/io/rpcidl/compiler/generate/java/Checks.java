package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What a constructor makes sure of: nothing is null, numbers are in range, collections are immutable. */
final class Checks {

    private Checks() {}

    /** The statements for the components, which are parameters of the same names. */
    static CodeBlock of(Composite composite) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Component component : composite.components()) {
            add(component, composite.label() + "." + component.field().name(), code);
        }
        if (composite.open()) {
            code.add(UnknownFieldCode.check(composite.label()));
        }
        return code.build();
    }

    /** An expression whose value is the component, checked. */
    static CodeBlock checked(Component component, String label) {
        String name = component.name();
        String quoted = JavaLiterals.string(label + "." + component.field().name());
        if (component.collection()) {
            return CodeBlock.of("$T.$L($L, $L)", RuntimeTypes.VALUES, component.collectionMethod(), name, quoted);
        }
        if (component.rangeMethod() != null) {
            return CodeBlock.of("$T.$L($L, $L)", RuntimeTypes.VALUES, component.rangeMethod(), name, quoted);
        }
        return component.primitive()
                ? CodeBlock.of("$L", name)
                : CodeBlock.of("$T.required($L, $L)", RuntimeTypes.VALUES, name, quoted);
    }

    /** A compact constructor with the statements; nothing when there are none. */
    static List<MethodSpec> compactConstructor(CodeBlock checks, Modifier... modifiers) {
        return checks.isEmpty()
                ? List.of()
                : List.of(MethodSpec.compactConstructorBuilder()
                        .addModifiers(modifiers)
                        .addCode(checks)
                        .build());
    }

    private static void add(Component component, String label, CodeBlock.Builder code) {
        String name = component.name();
        boolean optional = component.field().optional();
        String quoted = JavaLiterals.string(label);
        if (component.collection()) {
            CodeBlock copy =
                    CodeBlock.of("$T.$L($L, $L)", RuntimeTypes.VALUES, component.collectionMethod(), name, quoted);
            code.addStatement("$L = $L$L", name, optional ? name + " == null ? null : " : "", copy);
        } else if (component.rangeMethod() != null) {
            CodeBlock check = CodeBlock.of("$T.$L($L, $L)", RuntimeTypes.VALUES, component.rangeMethod(), name, quoted);
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
