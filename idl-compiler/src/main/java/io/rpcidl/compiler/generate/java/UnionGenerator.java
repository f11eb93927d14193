package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** A union as a sealed interface of records, one for each variant, and a class for the variants of newer peers. */
final class UnionGenerator {

    private static final String UNKNOWN = "Unknown";

    private final JavaTypes types;
    private final Deprecations deprecations;

    UnionGenerator(JavaTypes types, Deprecations deprecations) {
        this.types = types;
        this.deprecations = deprecations;
    }

    TypeSpec generate(Union union) {
        ClassName name = types.name(union.name());
        TypeSpec.Builder type =
                TypeSpec.interfaceBuilder(name.simpleName()).addModifiers(Modifier.PUBLIC, Modifier.SEALED);
        Declarations.topLevel(type, union.deprecation());
        Deprecations.suppress(type, union.deprecation() == null && deprecations.namedByVariants(union.variants()));
        type.addJavadoc(
                Documentation.of(union.documentation(), "One of the variants of {@code " + name.simpleName() + "}.")
                        .deprecated(union.deprecation())
                        .javadoc());
        type.addMethod(match(union, name));
        type.addMethod(MethodSpec.methodBuilder("codec")
                .addJavadoc("Reads and writes values of this type.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(RuntimeTypes.UNION_CODEC, name))
                .addStatement("return $T.INSTANCE", JavaTypes.codec(name))
                .build());
        union.variants().forEach(variant -> type.addType(variant(variant, union, name)));
        type.addType(unknown(name));
        return type.build();
    }

    private TypeSpec variant(Variant variant, Union union, ClassName unionName) {
        ClassName name = unionName.nestedClass(JavaNames.variantType(variant.name()));
        TypeSpec.Builder type = RecordGenerator.record(
                        new Composite(
                                union.name(), name.simpleName(), name, JavaTypes.codec(unionName), component(variant)),
                        Modifier.PUBLIC,
                        Modifier.STATIC)
                .addSuperinterface(unionName);
        Deprecations.mark(type, variant.deprecation());
        type.addJavadoc(Documentation.of(variant.documentation(), "The variant {@code " + variant.name() + "}.")
                .deprecated(variant.deprecation())
                .javadoc());
        return type.build();
    }

    private List<Component> component(Variant variant) {
        if (variant.type() == null) {
            return List.of();
        }
        Field field = new Field(
                variant.number(),
                variant.name(),
                variant.type(),
                false,
                null,
                variant.max(),
                variant.sensitive(),
                "",
                variant.span(),
                null);
        return List.of(Component.of(field, JavaNames.variant(variant.name()), types));
    }

    private static MethodSpec match(Union union, ClassName name) {
        TypeVariableName result = TypeVariableName.get("R");
        TypeName nullable = JavaTypes.nullable(ClassName.OBJECT);
        MethodSpec.Builder method = MethodSpec.methodBuilder("match")
                .addJavadoc("Calls the function of the variant that this is.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addTypeVariable(TypeVariableName.get("R", nullable))
                .returns(result);
        Set<String> taken = new HashSet<>(Set.of("variant", "unknown"));
        Code.Builder choices = Code.builder();
        String start = "return";
        for (Variant variant : union.variants()) {
            ClassName type = name.nestedClass(JavaNames.variantType(variant.name()));
            String parameter = JavaNames.unique(JavaNames.variant(variant.name()), "Variant", taken);
            method.addParameter(ParameterizedTypeName.get(ClassName.get(Function.class), type, result), parameter);
            choices.add("$L this instanceof $T variant ? $L.apply(variant)\n", start, type, parameter);
            start = ":";
        }
        ClassName unknown = name.nestedClass(UNKNOWN);
        return method.addParameter(ParameterizedTypeName.get(ClassName.get(Function.class), unknown, result), "unknown")
                .addCode(Code.statement(
                                "$L",
                                choices.add("$L unknown.apply(($T) this)", start, unknown)
                                        .build())
                        .block())
                .build();
    }

    private static TypeSpec unknown(ClassName union) {
        return TypeSpec.classBuilder(UNKNOWN)
                .addJavadoc(
                        "A variant that only newer peers know. Decoding makes it; it is written back octet for octet.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(RuntimeTypes.UNKNOWN_VARIANT)
                .addSuperinterface(union)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeTypes.UNKNOWN_VALUE, "value")
                        .addStatement("super(value)")
                        .build())
                .build();
    }
}
