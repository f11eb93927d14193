package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The codec of numbered fields: it writes them ascending, and reads them in a straight line where it can. */
final class CodecGenerator {

    /** Of the statements of a method; one level deeper where the class is nested. */
    private static final int INDENT = 12;

    private static final Modifier[] CONSTANT = {Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL};

    private final ValueCode code;
    private final Composite composite;
    private final List<Component> ascending;
    /** By identity: comparing components would write out their types and defaults. */
    private final IdentityHashMap<Component, String> constants = new IdentityHashMap<>();

    CodecGenerator(ValueCode code, Composite composite) {
        this.code = code;
        this.composite = composite;
        this.ascending = composite.ascending();
        ConstantNames names = new ConstantNames(code.types(), Set.of("INSTANCE"));
        for (Component component : ascending) {
            if (component.collection()) {
                constants.put(component, names.of(component.name(), "_CODEC"));
            }
        }
    }

    TypeSpec.Builder generate(Modifier... modifiers) {
        TypeSpec.Builder type = TypeSpec.classBuilder(composite.codec().simpleName())
                .addModifiers(modifiers)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.STRUCT_CODEC, composite.type()))
                .addField(FieldSpec.builder(composite.codec(), "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", composite.codec())
                        .build());
        for (Component component : ascending) {
            if (component.collection()) {
                type.addField(constant(component));
            }
        }
        type.addMethod(constructor());
        boolean sameShape = composite.alwaysSameShape();
        if (sameShape && composite.large()) {
            type.addMethod(shape());
        }
        if (!sameShape) {
            type.addMethod(writeShape());
        }
        type.addMethod(writeValues());
        CodecReaders readers = new CodecReaders(code, composite, constants);
        if (sameShape) {
            type.addMethod(readers.readValues());
        }
        return type.addMethod(readers.readFields());
    }

    private FieldSpec constant(Component component) {
        TypeName type = ParameterizedTypeName.get(
                RuntimeTypes.CODEC, code.types().boxed(component.field().type()));
        CodeBlock codec = code.codec(component.field().type(), component.field().max());
        return FieldSpec.builder(type, constants.get(component), CONSTANT)
                .initializer("$L", codec)
                .build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        String label = JavaLiterals.string(composite.label());
        if (!composite.alwaysSameShape()) {
            return constructor
                    .addStatement("super($L, $L)", label, ascending.size())
                    .build();
        }
        if (composite.large()) {
            return constructor.addStatement("super($L, shape())", label).build();
        }
        List<CodeBlock> calls = ascending.stream()
                .map(component -> CodeBlock.of(".field($L)", entry(component)))
                .toList();
        CodeBlock line = CodeBlock.of("$T.builder()$L.build()", RuntimeTypes.SHAPE, CodeBlock.join(calls, ""));
        if (Layout.fits(INDENT + label.length() + "super(, );".length(), line)) {
            return constructor.addStatement("super($L, $L)", label, line).build();
        }
        return constructor
                .addStatement(
                        "super(\n$L,\n$T.builder()\n$>$>$L\n.build()$<$<)",
                        label,
                        RuntimeTypes.SHAPE,
                        CodeBlock.join(calls, "\n"))
                .build();
    }

    /** In statements of its own: javac recurses into chains of calls. */
    private MethodSpec shape() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("shape")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeTypes.SHAPE)
                .addStatement("$1T.Builder shape = $1T.builder()", RuntimeTypes.SHAPE);
        ascending.forEach(component -> method.addStatement("shape.field($L)", entry(component)));
        return method.addStatement("return shape.build()").build();
    }

    private CodeBlock entry(Component component) {
        return CodeBlock.of(
                "$L, $L",
                component.field().number(),
                code.kind(component.field().type()));
    }

    private MethodSpec writeShape() {
        MethodSpec.Builder method = writer("writeShape");
        for (Component component : ascending) {
            CodeBlock statement = CodeBlock.of("out.field($L)", entry(component));
            addGuarded(component, statement, method);
        }
        return method.build();
    }

    private MethodSpec writeValues() {
        MethodSpec.Builder method = writer("writeValues");
        for (Component component : ascending) {
            CodeBlock value = CodeBlock.of("value.$L()", component.name());
            addGuarded(
                    component,
                    code.write(
                            CodeBlock.of("out"),
                            component.field().type(),
                            component.field().max(),
                            constants.getOrDefault(component, ""),
                            value),
                    method);
        }
        return method.build();
    }

    private MethodSpec.Builder writer(String name) {
        return Declarations.override(name, TypeName.VOID, Modifier.PROTECTED)
                .addParameter(RuntimeTypes.ENCODER, "out")
                .addParameter(composite.type(), "value");
    }

    private static void addGuarded(Component component, CodeBlock statement, MethodSpec.Builder method) {
        if (component.field().optional()) {
            method.beginControlFlow("if (value.$L() != null)", component.name());
            method.addStatement(statement);
            method.endControlFlow();
        } else {
            method.addStatement(statement);
        }
    }
}
