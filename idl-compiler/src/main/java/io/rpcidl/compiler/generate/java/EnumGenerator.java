package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import java.util.Comparator;
import javax.lang.model.element.Modifier;

/** An open enumeration: constants, values of newer peers that keep their number, and a Java enum for switches. */
final class EnumGenerator {

    private EnumGenerator() {}

    static TypeSpec generate(Enumeration enumeration, ClassName name) {
        ClassName known = name.nestedClass("Known");
        TypeSpec.Builder type = TypeSpec.classBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.ENUM_VALUE)
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Comparable.class), name));
        Declarations.topLevel(type, enumeration.deprecation());
        type.addJavadoc(Documentation.of(enumeration.documentation(), "A {@code " + name.simpleName() + "}.")
                .paragraph("Values of newer peers keep their number; {@link #known()} is made for switches.")
                .deprecated(enumeration.deprecation())
                .javadoc());
        enumeration.values().forEach(value -> type.addField(constant(value, name, known)));
        type.addField(
                codecConstant(name, Code.of("$T.enumeration($L)", RuntimeTypes.CODECS, lookup(enumeration, name))));
        type.addField(TypeName.INT, "number", Modifier.PRIVATE, Modifier.FINAL);
        type.addField(ClassName.get(String.class), "name", Modifier.PRIVATE, Modifier.FINAL);
        type.addField(known, "known", Modifier.PRIVATE, Modifier.FINAL);
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(TypeName.INT, "number")
                .addParameter(String.class, "name")
                .addParameter(known, "known")
                .addStatement("this.number = $T.requireU16(number, $S)", RuntimeTypes.VALUES, name.simpleName())
                .addStatement("this.name = name")
                .addStatement("this.known = known")
                .build());
        type.addMethod(of(enumeration, name));
        type.addMethod(codecMethod(name));
        EnumMembers.addTo(type, name, known);
        type.addType(known(enumeration));
        return type.build();
    }

    /** The method {@code of}; where a constant has the name of the type, the type cannot be named. */
    static Code lookup(Enumeration enumeration, ClassName name) {
        boolean hidden = enumeration.values().stream()
                .anyMatch(value -> JavaNames.enumConstant(value.name()).equals(name.simpleName()));
        return hidden ? Code.of("number -> of(number)") : Code.of("$T::of", name);
    }

    static FieldSpec codecConstant(ClassName name, Code codec) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.CODEC, name),
                        "CODEC",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(codec.block())
                .build();
    }

    static MethodSpec codecMethod(ClassName name) {
        return MethodSpec.methodBuilder("codec")
                .addJavadoc("Reads and writes values of this type.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(RuntimeTypes.CODEC, name))
                .addStatement("return CODEC")
                .build();
    }

    private static FieldSpec constant(EnumValue value, ClassName name, ClassName known) {
        String constant = JavaNames.enumConstant(value.name());
        FieldSpec.Builder field = FieldSpec.builder(name, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Documentation.of(value.documentation())
                        .deprecated(value.deprecation())
                        .javadoc())
                .initializer("new $T($L, $S, $T.$L)", name, value.number(), value.name(), known, constant);
        if (value.deprecation() != null) {
            field.addAnnotation(Deprecated.class);
        }
        return field.build();
    }

    private static MethodSpec of(Enumeration enumeration, ClassName name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("of")
                .addJavadoc("The value of a number, 0 to 65,535; a number that no constant has is kept.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(TypeName.INT, "number")
                .beginControlFlow("return switch (number)");
        enumeration.values().stream()
                .sorted(Comparator.comparingInt(EnumValue::number))
                .forEach(value ->
                        method.addStatement("case $L -> $L", value.number(), JavaNames.enumConstant(value.name())));
        return method.addStatement("default -> new $T(number, $S + number, Known.UNKNOWN)", name, "UNKNOWN_")
                .addCode("$<};\n")
                .build();
    }

    private static TypeSpec known(Enumeration enumeration) {
        TypeSpec.Builder type = TypeSpec.enumBuilder("Known")
                .addJavadoc("The values that this schema knows, in the order of declaration.\n")
                .addModifiers(Modifier.PUBLIC);
        for (EnumValue value : enumeration.values()) {
            type.addEnumConstant(JavaNames.enumConstant(value.name()));
        }
        return type.addEnumConstant(
                        "UNKNOWN",
                        TypeSpec.anonymousClassBuilder("")
                                .addJavadoc("A value of a newer peer.\n")
                                .build())
                .build();
    }
}
