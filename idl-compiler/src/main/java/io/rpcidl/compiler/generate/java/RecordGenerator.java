package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.Struct;
import java.util.Arrays;
import javax.lang.model.element.Modifier;

/** A struct as a record with a builder. */
final class RecordGenerator {

    static final String CONSTRUCTOR_NOTE =
            "Fields may be added: the constructor then changes, the builder and the accessors stay.";

    private final Deprecations deprecations;

    RecordGenerator(Deprecations deprecations) {
        this.deprecations = deprecations;
    }

    TypeSpec generate(Struct struct, Composite composite) {
        TypeSpec.Builder type = record(composite, Modifier.PUBLIC);
        Declarations.topLevel(type, struct.deprecation());
        Deprecations.suppress(type, struct.deprecation() == null && deprecations.named(struct.fields()));
        Documentation documentation = Documentation.of(struct.documentation(), "A {@code " + composite.label() + "}.")
                .paragraph(CONSTRUCTOR_NOTE);
        for (Component component : composite.components()) {
            documentation.tag("@param " + component.name(), component.field().documentation());
        }
        if (composite.open()) {
            documentation.tag("@param " + UnknownFieldCode.NAME, UnknownFieldCode.documentation());
        }
        type.addJavadoc(documentation.deprecated(struct.deprecation()).javadoc());
        for (Component component : composite.components()) {
            if (component.field().deprecation() != null) {
                type.addMethod(LargeStructGenerator.accessor(component, Code.of("$L", component.name())).toBuilder()
                        .addAnnotation(Override.class)
                        .build());
            }
        }
        BuilderGenerator.addTo(type, composite, "");
        type.addMethod(codec(composite));
        return type.build();
    }

    /** The record alone: components, checks, and a text that hides what is sensitive. */
    static TypeSpec.Builder record(Composite composite, Modifier... modifiers) {
        TypeSpec.Builder type =
                TypeSpec.recordBuilder(composite.type().simpleName()).addModifiers(modifiers);
        Modifier[] visibility =
                Arrays.asList(modifiers).contains(Modifier.PUBLIC) ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(visibility);
        composite.components().forEach(component -> constructor.addParameter(component.type(), component.name()));
        if (composite.open()) {
            constructor.addParameter(UnknownFieldCode.parameter());
        }
        type.recordConstructor(constructor.build());
        type.addMethods(Checks.compactConstructor(Checks.of(composite), visibility));
        if (composite.open()) {
            type.addMethod(UnknownFieldCode.constructorWithout(composite, visibility));
        }
        if (composite.sensitive()) {
            type.addMethod(Declarations.toString(composite));
        }
        return type;
    }

    /** {@code public static StructCodec<Line> codec()}. */
    static MethodSpec codec(Composite composite) {
        ClassName codec = RuntimeTypes.STRUCT_CODEC;
        return MethodSpec.methodBuilder("codec")
                .addJavadoc("Reads and writes values of this type.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(codec, composite.type()))
                .addStatement("return $T.INSTANCE", composite.codec())
                .build();
    }
}
