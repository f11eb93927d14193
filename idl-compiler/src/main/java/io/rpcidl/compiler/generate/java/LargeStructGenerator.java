package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.Struct;
import java.util.Objects;
import java.util.StringJoiner;
import javax.lang.model.element.Modifier;

/**
 * A struct of too many fields for a record, as a final class with the same accessors and the same builder.
 *
 * <p>Everything is a statement per field: javac recurses into long expressions.
 */
final class LargeStructGenerator {

    private final Deprecations deprecations;

    LargeStructGenerator(Deprecations deprecations) {
        this.deprecations = deprecations;
    }

    TypeSpec generate(Struct struct, Composite composite) {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(composite.type().simpleName()).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        Declarations.topLevel(type, struct.deprecation());
        Deprecations.suppress(type, struct.deprecation() == null && deprecations.named(struct.fields()));
        type.addJavadoc(Documentation.of(struct.documentation(), "A {@code " + composite.label() + "}.")
                .deprecated(struct.deprecation())
                .javadoc());
        type.addMethod(constructor(composite));
        for (Component component : composite.components()) {
            type.addField(FieldSpec.builder(component.type(), component.name(), Modifier.PRIVATE, Modifier.FINAL)
                    .build());
            type.addMethod(accessor(component, Code.of("$L", component.name())));
        }
        if (composite.open()) {
            UnknownFieldCode.addField(type);
        }
        BuilderGenerator.addTo(type, composite, "");
        type.addMethod(RecordGenerator.codec(composite));
        type.addMethod(equality(composite));
        type.addMethod(hash(composite));
        type.addMethod(text(composite));
        return type.build();
    }

    /** An accessor with the documentation of its field. */
    static MethodSpec accessor(Component component, Code value) {
        MethodSpec.Builder accessor = MethodSpec.methodBuilder(component.name())
                .addJavadoc(Documentation.of(component.field().documentation())
                        .deprecated(component.field().deprecation())
                        .javadoc())
                .addModifiers(Modifier.PUBLIC)
                .returns(component.type())
                .addCode(Code.statement("return $L", value).block());
        if (component.field().deprecation() != null) {
            accessor.addAnnotation(Deprecated.class);
        }
        return accessor.build();
    }

    private static MethodSpec constructor(Composite composite) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(composite.type().nestedClass("Builder"), "builder");
        for (Component component : composite.components()) {
            constructor.addCode(initialisation(component, composite.label()).block());
        }
        if (composite.open()) {
            constructor.addStatement(
                    "this.$1L = $2T.required(builder.$1L, $3S)",
                    UnknownFieldCode.NAME,
                    RuntimeTypes.VALUES,
                    composite.label() + "." + UnknownFieldCode.NAME);
        }
        return constructor.build();
    }

    private static Code initialisation(Component component, String label) {
        String name = component.name();
        boolean optional = component.field().optional();
        String quoted = JavaLiterals.string(label + "." + component.field().name());
        String method = component.collection() ? component.collectionMethod() : component.rangeMethod();
        Code value = Code.of("builder.$L", name);
        if (component.field().required()) {
            value = Code.of("$T.required($L, $L)", RuntimeTypes.VALUES, value, quoted);
        } else if (!optional && method == null && !component.primitive()) {
            value = Code.of("$T.required($L, $L)", RuntimeTypes.VALUES, value, quoted);
        }
        if (method != null) {
            value = Code.of("$T.$L($L, $L)", RuntimeTypes.VALUES, method, value, quoted);
            if (optional) {
                value = Code.of("builder.$L == null ? null : $L", name, value);
            }
        }
        return Code.statement("this.$L = $L", name, value);
    }

    private static MethodSpec equality(Composite composite) {
        MethodSpec.Builder method = Declarations.override("equals", TypeName.BOOLEAN, Modifier.PUBLIC)
                .addParameter(JavaTypes.nullable(ClassName.OBJECT), "other")
                .beginControlFlow("if (!(other instanceof $T that))", composite.type())
                .addStatement("return false")
                .endControlFlow()
                .addStatement("boolean equal = true");
        for (Component component : composite.components()) {
            method.addStatement("equal &= $1T.equals($2L(), that.$2L())", Objects.class, component.name());
        }
        if (composite.open()) {
            method.addStatement("equal &= $1L.equals(that.$1L)", UnknownFieldCode.NAME);
        }
        return method.addStatement("return equal").build();
    }

    private static MethodSpec hash(Composite composite) {
        MethodSpec.Builder method =
                Declarations.override("hashCode", TypeName.INT, Modifier.PUBLIC).addStatement("int hash = 1");
        for (Component component : composite.components()) {
            method.addStatement("hash = 31 * hash + $T.hashCode($L())", Objects.class, component.name());
        }
        if (composite.open()) {
            method.addStatement("hash = 31 * hash + $L.hashCode()", UnknownFieldCode.NAME);
        }
        return method.addStatement("return hash").build();
    }

    private static MethodSpec text(Composite composite) {
        MethodSpec.Builder method = Declarations.override("toString", TypeName.get(String.class), Modifier.PUBLIC)
                .addStatement(
                        "$1T text = new $1T($2S, $3S, $4S)", StringJoiner.class, ", ", composite.label() + "[", "]");
        for (Component component : composite.components()) {
            String start = component.field().name() + "=";
            if (component.field().sensitive()) {
                method.addStatement("text.add($S)", start + "***");
            } else {
                method.addStatement("text.add($S + $L())", start, component.name());
            }
        }
        if (composite.open()) {
            method.addStatement("text.add($S + $L)", UnknownFieldCode.NAME + "=", UnknownFieldCode.NAME);
        }
        return method.addStatement("return text.toString()").build();
    }
}
