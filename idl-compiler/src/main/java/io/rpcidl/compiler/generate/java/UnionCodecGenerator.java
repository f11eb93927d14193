package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The codec of a union. */
final class UnionCodecGenerator {

    private final ValueCode code;
    private final Union union;
    private final ClassName name;
    private final ClassName codec;
    private final Map<Variant, String> constants = new HashMap<>();

    UnionCodecGenerator(ValueCode code, Union union) {
        this.code = code;
        this.union = union;
        this.name = code.types().name(union.name());
        this.codec = JavaTypes.codec(name);
        ConstantNames names = new ConstantNames(code.types(), Set.of("INSTANCE"));
        for (Variant variant : union.variants()) {
            if (variant.type() != null && ValueCode.needsConstant(variant.type())) {
                constants.put(variant, names.of(variant.name(), "_CODEC"));
            }
        }
    }

    TypeSpec generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(codec.simpleName())
                .addModifiers(Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.UNION_CODEC, name))
                .addField(FieldSpec.builder(codec, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", codec)
                        .build());
        List<Variant> ascending = union.variants().stream()
                .sorted(Comparator.comparingInt(Variant::number))
                .toList();
        for (Variant variant : ascending) {
            Type value = variant.type();
            if (value != null && constants.containsKey(variant)) {
                type.addField(constant(variant, value));
            }
        }
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement(
                                "super($L)", JavaLiterals.string(union.name().simpleName()))
                        .build())
                .addMethod(writeVariant(ascending))
                .addMethod(readVariant(ascending))
                .build();
    }

    private FieldSpec constant(Variant variant, Type value) {
        TypeName type =
                ParameterizedTypeName.get(RuntimeTypes.CODEC, code.types().boxed(value));
        return FieldSpec.builder(type, constants.get(variant), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(code.codec(value, variant.max()).block())
                .build();
    }

    private MethodSpec writeVariant(List<Variant> ascending) {
        MethodSpec.Builder method = Declarations.override("writeVariant", TypeName.VOID, Modifier.PROTECTED)
                .addParameter(RuntimeTypes.ENCODER, "out")
                .addParameter(name, "value");
        Code.Builder statements = Code.builder();
        for (Variant variant : ascending) {
            ClassName type = name.nestedClass(JavaNames.variantType(variant.name()));
            Code condition = Code.of("(value instanceof $T$L)", type, variant.type() == null ? "" : " variant");
            if (statements.isEmpty()) {
                statements.beginControlFlow("if $L", condition);
            } else {
                statements.nextControlFlow("else if $L", condition);
            }
            write(variant, statements);
        }
        ClassName unknown = name.nestedClass("Unknown");
        statements
                .nextControlFlow("else if (value instanceof $T unknown)", unknown)
                .addStatement("out.unknownVariant(unknown.value())")
                .endControlFlow();
        return method.addCode(statements.build().block()).build();
    }

    private void write(Variant variant, Code.Builder statements) {
        if (variant.type() == null) {
            statements.addStatement("out.emptyVariant($L)", variant.number());
            return;
        }
        Code value = Code.of("variant.$L()", JavaNames.variant(variant.name()));
        Code out = Code.of("out.variant($L, $L)", variant.number(), code.kind(variant.type()));
        statements.addStatement(
                code.write(out, variant.type(), variant.max(), constants.getOrDefault(variant, ""), value));
    }

    private MethodSpec readVariant(List<Variant> ascending) {
        MethodSpec.Builder method = Declarations.override("readVariant", name, Modifier.PROTECTED)
                .addParameter(RuntimeTypes.DECODER, "in")
                .addParameter(TypeName.INT, "number");
        Code.Builder choice = Code.builder().beginControlFlow("return switch (number)");
        for (Variant variant : ascending) {
            ClassName type = name.nestedClass(JavaNames.variantType(variant.name()));
            if (variant.type() == null) {
                choice.addStatement("case $L -> in.emptyVariant($S, new $T())", variant.number(), variant.name(), type);
            } else {
                Code in = Code.of("in.expect($L, $S)", code.kind(variant.type()), variant.name());
                Code value = code.read(in, variant.type(), variant.max(), constants.getOrDefault(variant, ""));
                choice.addStatement("case $L -> new $T($L)", variant.number(), type, value);
            }
        }
        choice.addStatement("default -> new $T(in.unknownVariant())", name.nestedClass("Unknown"))
                .add("$<};\n");
        return method.addCode(choice.build().block()).build();
    }
}
