package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import java.util.Comparator;
import javax.lang.model.element.Modifier;

/** A closed enumeration as a Java enum: a number that no constant has is refused while decoding. */
final class ClosedEnumGenerator {

    private ClosedEnumGenerator() {}

    static TypeSpec generate(Enumeration enumeration, ClassName name) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(RuntimeTypes.ENUM_VALUE);
        Declarations.topLevel(type, enumeration.deprecation());
        type.addJavadoc(Documentation.of(enumeration.documentation(), "A {@code " + name.simpleName() + "}.")
                .paragraph("Closed: a number that no constant has is refused while decoding.")
                .deprecated(enumeration.deprecation())
                .javadoc());
        enumeration
                .values()
                .forEach(value -> type.addEnumConstant(JavaNames.enumConstant(value.name()), constant(value)));
        type.addField(EnumGenerator.codecConstant(
                name,
                Code.of(
                        "$T.closedEnumeration($L, $S)",
                        RuntimeTypes.CODECS,
                        EnumGenerator.lookup(enumeration, name),
                        name.simpleName())));
        type.addField(TypeName.INT, "number", Modifier.PRIVATE, Modifier.FINAL);
        type.addMethod(MethodSpec.constructorBuilder()
                .addParameter(TypeName.INT, "number")
                .addStatement("this.number = number")
                .build());
        type.addMethod(of(enumeration, name));
        type.addMethod(EnumGenerator.codecMethod(name));
        type.addMethod(Declarations.override("number", TypeName.INT, Modifier.PUBLIC)
                .addStatement("return number")
                .build());
        return type.build();
    }

    private static TypeSpec constant(EnumValue value) {
        TypeSpec.Builder constant = TypeSpec.anonymousClassBuilder("$L", value.number())
                .addJavadoc(Documentation.of(value.documentation())
                        .deprecated(value.deprecation())
                        .javadoc());
        Deprecations.mark(constant, value.deprecation());
        return constant.build();
    }

    private static MethodSpec of(Enumeration enumeration, ClassName name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("of")
                .addJavadoc("The constant of a number, or null when no constant has it.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(JavaTypes.nullable(name))
                .addParameter(TypeName.INT, "number")
                .beginControlFlow("return switch (number)");
        enumeration.values().stream()
                .sorted(Comparator.comparingInt(EnumValue::number))
                .forEach(value ->
                        method.addStatement("case $L -> $L", value.number(), JavaNames.enumConstant(value.name())));
        return method.addStatement("default -> null").addCode("$<};\n").build();
    }
}
