package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    private final Parts parts;

    CodecGenerator(ValueCode code, Composite composite) {
        this.code = code;
        this.composite = composite;
        this.ascending = composite.ascending();
        this.parts = new Parts(ascending, composite.large());
        ConstantNames names = new ConstantNames(code.types(), Set.of("INSTANCE"));
        for (Component component : ascending) {
            if (component.collection()) {
                constants.put(component, names.of(component.name(), "_CODEC"));
            }
        }
    }

    /** A codec whose values can't be elements of a list: of parameters or of an error. */
    TypeSpec.Builder generate(Modifier... modifiers) {
        return generate(ElementLoops.NONE, modifiers);
    }

    /** The codec of a struct; lists of open ones state no shape for all elements. */
    TypeSpec.Builder generateWithElements(Modifier... modifiers) {
        if (composite.open()) {
            return generate(ElementLoops.NONE, modifiers);
        }
        return generate(new ElementLoops(composite.type(), composite.fixedWidth(code)), modifiers);
    }

    private TypeSpec.Builder generate(ElementLoops loops, Modifier... modifiers) {
        TypeSpec.Builder type = TypeSpec.classBuilder(composite.codec().simpleName())
                .addModifiers(modifiers)
                .superclass(ParameterizedTypeName.get(
                        composite.open() ? RuntimeTypes.OPEN_STRUCT_CODEC : RuntimeTypes.STRUCT_CODEC,
                        composite.type()))
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
        boolean fewShapes = composite.fewShapes();
        if ((sameShape || fewShapes) && composite.large()) {
            type.addMethod(shape());
        }
        if (fewShapes) {
            type.addMethod(presence());
        } else if (!sameShape) {
            addWriter(type, "writeShape", this::entries);
        }
        CodecReaders readers = new CodecReaders(code, composite, constants, parts);
        if (loops.fixed()) {
            Blocks given = new Blocks(code, ascending).given();
            type.addMethod(loops.writeValues()).addMethod(loops.writeAt(values(ascending, given)));
            type.addMethod(loops.readValues()).addMethod(readers.readAt());
        } else {
            addWriter(type, "writeValues", fields -> values(fields, new Blocks(code, fields)));
            if (sameShape || fewShapes) {
                readers.addReadValues(type);
            }
        }
        if (composite.open()) {
            type.addMethod(UnknownFieldCode.accessor(composite));
            addMergedWriter(type);
        }
        if (loops.wanted() && sameShape && !ascending.isEmpty()) {
            type.addMethod(loops.writeElements()).addMethod(loops.readElements());
        }
        readers.addReadFields(type);
        return type;
    }

    private FieldSpec constant(Component component) {
        TypeName type = ParameterizedTypeName.get(
                RuntimeTypes.CODEC, code.types().boxed(component.field().type()));
        Code codec = code.codec(component.field().type(), component.field().max());
        return FieldSpec.builder(type, constants.get(component), CONSTANT)
                .initializer(codec.block())
                .build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        String label = JavaLiterals.string(composite.label());
        long wrapped = composite.wrapped(code);
        String rest = wrapped == 0 ? "" : ", " + wrapped;
        if (!composite.alwaysSameShape() && !composite.fewShapes()) {
            return constructor
                    .addStatement("super($L, $L$L)", label, ascending.size(), rest)
                    .build();
        }
        if (composite.large()) {
            return constructor.addStatement("super($L, shape()$L)", label, rest).build();
        }
        List<Code> calls = ascending.stream()
                .map(component -> Code.of(".$L($L)", adding(component), entry(component)))
                .toList();
        ClassName shape = composite.fewShapes() ? RuntimeTypes.SHAPES : RuntimeTypes.SHAPE;
        Code line = Code.of("$T.builder()$L.build()", shape, Code.join(calls, ""));
        Code statement = Layout.fits(INDENT + label.length() + rest.length() + "super(, );".length(), line)
                ? Code.statement("super($L, $L$L)", label, line, rest)
                : Code.statement(
                        "super(\n$L,\n$T.builder()\n$>$>$L\n.build()$L$<$<)",
                        label,
                        shape,
                        Code.join(calls, "\n"),
                        wrapped == 0 ? "" : Code.of("$<$<,\n$L$>$>", wrapped));
        return constructor.addCode(statement.block()).build();
    }

    /** In statements of its own: javac recurses into chains of calls. */
    private MethodSpec shape() {
        ClassName shape = composite.fewShapes() ? RuntimeTypes.SHAPES : RuntimeTypes.SHAPE;
        MethodSpec.Builder method = MethodSpec.methodBuilder("shape")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(shape)
                .addStatement("$1T.Builder shape = $1T.builder()", shape);
        ascending.forEach(
                component -> method.addCode(Code.statement("shape.$L($L)", adding(component), entry(component))
                        .block()));
        return method.addStatement("return shape.build()").build();
    }

    private static String adding(Component component) {
        return component.field().alwaysWritten() ? "field" : "optional";
    }

    private MethodSpec presence() {
        MethodSpec.Builder method = Declarations.override("presence", TypeName.INT, Modifier.PROTECTED)
                .addParameter(composite.type(), "value");
        List<Component> optional = ascending.stream()
                .filter(component -> !component.field().alwaysWritten())
                .toList();
        if (optional.size() == 1) {
            return method.addCode(
                            Code.statement("return $L", bit(optional.get(0), 1)).block())
                    .build();
        }
        int bit = 1;
        Code.Builder statements = Code.builder();
        for (Component component : optional) {
            statements.addStatement("$L $L", bit == 1 ? "int presence =" : "presence |=", bit(component, bit));
            bit <<= 1;
        }
        return method.addCode(statements.addStatement("return presence").build().block())
                .build();
    }

    private static Code bit(Component component, int bit) {
        return Code.of("value.$L() != null ? $L : 0", component.name(), bit);
    }

    private Code entry(Component component) {
        return Code.of(
                "$L, $L",
                component.field().number(),
                code.kind(component.field().type()));
    }

    private void addWriter(TypeSpec.Builder type, String name, Function<List<Component>, Code> body) {
        List<ParameterSpec> parameters = writerParameters();
        MethodSpec.Builder whole =
                Declarations.override(name, TypeName.VOID, Modifier.PROTECTED).addParameters(parameters);
        List<MethodSpec> methods = parts.add(whole, name, parameters, part -> "", body);
        type.addMethod(whole.build()).addMethods(methods);
    }

    private List<ParameterSpec> writerParameters() {
        return List.of(
                ParameterSpec.builder(RuntimeTypes.ENCODER, "out").build(),
                ParameterSpec.builder(composite.type(), "value").build());
    }

    /** Writes unknown fields where they stand between the others. */
    private void addMergedWriter(TypeSpec.Builder type) {
        Gaps gaps = Gaps.of(composite);
        List<ParameterSpec> parameters = new ArrayList<>(writerParameters());
        parameters.add(
                ParameterSpec.builder(RuntimeTypes.UNKNOWN_FIELDS, Gaps.UNKNOWN).build());
        MethodSpec.Builder whole = Declarations.override("writeMerged", TypeName.INT, Modifier.PROTECTED)
                .addParameters(parameters);
        if (gaps.isEmpty()) {
            whole.addStatement("writeValues(out, value)");
        } else {
            type.addMethods(parts.add(
                    whole,
                    "writeMerged",
                    parameters,
                    part -> "",
                    fields -> values(fields, new Blocks(code, fields, gaps), gaps)));
        }
        type.addMethod(whole.addStatement("return $L", gaps.last()).build());
    }

    private Code entries(List<Component> fields) {
        Code.Builder statements = Code.builder();
        for (Component component : fields) {
            addGuarded(component, Code.of("out.field($L)", entry(component)), statements);
        }
        return statements.build();
    }

    private Code values(List<Component> fields, Blocks blocks) {
        return values(fields, blocks, Gaps.NONE);
    }

    private Code values(List<Component> fields, Blocks blocks, Gaps gaps) {
        Code.Builder statements = Code.builder();
        for (Component component : fields) {
            statements.add(gaps.write(component));
            String beginning = blocks.beginning(component, "out.reserve");
            if (!beginning.isEmpty()) {
                statements.addStatement(beginning);
            }
            Code write = code.write(
                    Code.of("out"),
                    blocks.place(component),
                    component.field().type(),
                    component.field().max(),
                    constants.getOrDefault(component, ""),
                    Code.of("value.$L()", component.name()));
            addGuarded(component, write, statements);
        }
        return statements.build();
    }

    private static void addGuarded(Component component, Code statement, Code.Builder statements) {
        if (component.field().optional()) {
            statements.beginControlFlow("if (value.$L() != null)", component.name());
            statements.addStatement(statement);
            statements.endControlFlow();
        } else {
            statements.addStatement(statement);
        }
    }
}
