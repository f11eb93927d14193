package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.rpcidl.compiler.model.Field;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The two ways in which the codec of numbered fields reads: a straight line, and any legal shape. */
final class CodecReaders {

    /** Of the statements of a method; one level deeper where the class is nested. */
    private static final int INDENT = 12;

    private static final CodeBlock IN = CodeBlock.of("in");

    private final ValueCode code;
    private final Composite composite;
    private final IdentityHashMap<Component, String> constants;
    private final IdentityHashMap<Component, String> locals = new IdentityHashMap<>();

    CodecReaders(ValueCode code, Composite composite, IdentityHashMap<Component, String> constants) {
        this.code = code;
        this.composite = composite;
        this.constants = constants;
        Set<String> taken = new HashSet<>(Set.of("in"));
        for (Component component : composite.components()) {
            locals.put(component, JavaNames.unique(component.name(), "Field", taken));
        }
    }

    /** Reads exactly the fields of the constant shape. */
    MethodSpec readValues() {
        MethodSpec.Builder method = reader("readValues");
        for (Component component : composite.ascending()) {
            method.addCode(composite.large() ? set(component, read(component)) : local(component, read(component)));
        }
        return end(method);
    }

    /** Reads the fields that are there, in whatever shape. */
    MethodSpec readFields() {
        MethodSpec.Builder method = reader("readFields");
        for (Component component : composite.ascending()) {
            Field field = component.field();
            CodeBlock entry = CodeBlock.of(
                    "$L, $L, $L", field.number(), code.kind(field.type()), JavaLiterals.string(field.name()));
            if (field.required()) {
                method.addStatement("in.require($L)", entry);
                method.addCode(composite.large() ? set(component, read(component)) : local(component, read(component)));
            } else if (composite.large()) {
                method.beginControlFlow("if (in.present($L))", entry);
                method.addCode(set(component, read(component)));
                method.endControlFlow();
            } else {
                method.addCode(local(component, choice(component, entry)));
            }
        }
        return end(method);
    }

    private MethodSpec.Builder reader(String name) {
        MethodSpec.Builder method = Declarations.override(name, composite.type(), Modifier.PROTECTED)
                .addParameter(RuntimeTypes.DECODER, "in");
        return composite.large()
                ? method.addStatement("$1T.Builder builder = $1T.builder()", composite.type())
                : method;
    }

    private MethodSpec end(MethodSpec.Builder method) {
        if (composite.large()) {
            return method.addStatement("return builder.build()").build();
        }
        List<CodeBlock> arguments = composite.components().stream()
                .map(component -> CodeBlock.of("$L", locals.get(component)))
                .toList();
        int used = INDENT
                + "return new ();".length()
                + composite.type().simpleName().length();
        return method.addStatement("return new $T($L)", composite.type(), Layout.arguments(used, INDENT, arguments))
                .build();
    }

    private CodeBlock read(Component component) {
        return code.read(IN, component.field().type(), component.field().max(), constants.getOrDefault(component, ""));
    }

    private CodeBlock choice(Component component, CodeBlock entry) {
        CodeBlock otherwise = component.defaultValue() == null ? CodeBlock.of("null") : component.defaultValue();
        CodeBlock variable = CodeBlock.of("$T $L = ;", component.type().withoutAnnotations(), locals.get(component));
        CodeBlock condition = CodeBlock.of("in.present($L)", entry);
        return Layout.choice(INDENT + Layout.width(variable), condition, read(component), otherwise);
    }

    private CodeBlock local(Component component, CodeBlock value) {
        return CodeBlock.builder()
                .addStatement("$T $L = $L", component.type().withoutAnnotations(), locals.get(component), value)
                .build();
    }

    private static CodeBlock set(Component component, CodeBlock value) {
        return CodeBlock.builder()
                .addStatement("builder.$L($L)", component.name(), value)
                .build();
    }
}
