package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What an open struct has beside its fields: the unknown ones, as the last component of its record and in its builder. */
final class UnknownFieldCode {

    /** How the component, the accessor and the setter are called. */
    static final String NAME = "unknownFields";

    private static final String MEANING =
            "What a newer writer has sent beside these; none in a value that was not read.";

    private UnknownFieldCode() {}

    static ParameterSpec parameter() {
        return ParameterSpec.builder(RuntimeTypes.UNKNOWN_FIELDS, NAME).build();
    }

    static String documentation() {
        return MEANING;
    }

    /** The statement of a constructor. */
    static Code check(String label) {
        return Code.statement("$T.required($L, $S)", RuntimeTypes.VALUES, NAME, label + "." + NAME);
    }

    /** The constructor of a record for who writes values of its own. */
    static MethodSpec constructorWithout(Composite composite, Modifier... visibility) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc("A value without unknown fields.\n")
                .addModifiers(visibility);
        List<Component> components = composite.components();
        components.forEach(component -> constructor.addParameter(component.type(), component.name()));
        Code none = Code.of("$T.EMPTY", RuntimeTypes.UNKNOWN_FIELDS);
        List<Code> arguments = new ArrayList<>(components.stream()
                .map(component -> Code.of("$L", component.name()))
                .toList());
        arguments.add(none);
        return constructor
                .addCode(Code.statement("this($L)", Layout.arguments("        this();".length(), 8, arguments))
                        .block())
                .build();
    }

    /** The field and the accessor of a class that is no record. */
    static void addField(TypeSpec.Builder type) {
        type.addField(FieldSpec.builder(RuntimeTypes.UNKNOWN_FIELDS, NAME, Modifier.PRIVATE, Modifier.FINAL)
                .build());
        type.addMethod(MethodSpec.methodBuilder(NAME)
                .addJavadoc(MEANING + "\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.UNKNOWN_FIELDS)
                .addStatement("return $L", NAME)
                .build());
    }

    /** The field and the setter of a builder. */
    static void addSetter(TypeSpec.Builder builder, TypeName type) {
        builder.addField(FieldSpec.builder(RuntimeTypes.UNKNOWN_FIELDS, NAME, Modifier.PRIVATE)
                .initializer("$T.EMPTY", RuntimeTypes.UNKNOWN_FIELDS)
                .build());
        builder.addMethod(MethodSpec.methodBuilder(NAME)
                .addJavadoc(MEANING + "\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addParameter(parameter())
                .addStatement("this.$1L = $1L", NAME)
                .addStatement("return this")
                .build());
    }

    /** The method of a codec that asks a value for them. */
    static MethodSpec accessor(Composite composite) {
        return Declarations.override(NAME, RuntimeTypes.UNKNOWN_FIELDS, Modifier.PROTECTED)
                .addParameter(composite.type(), "value")
                .addStatement("return value.$L()", NAME)
                .build();
    }
}
