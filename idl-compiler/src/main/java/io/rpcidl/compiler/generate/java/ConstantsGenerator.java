package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.Constant;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constants of one file, in one class. */
final class ConstantsGenerator {

    private final JavaTypes types;
    private final Deprecations deprecations;

    ConstantsGenerator(JavaTypes types, Deprecations deprecations) {
        this.types = types;
        this.deprecations = deprecations;
    }

    TypeSpec generate(String name, List<Constant> constants) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("Constants.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Declarations.topLevel(type, null);
        Deprecations.suppress(
                type,
                constants.stream()
                        .anyMatch(constant ->
                                deprecations.named(constant.type()) || deprecations.deprecated(constant.value())));
        JavaLiterals literals = new JavaLiterals(types);
        for (Constant constant : constants) {
            FieldSpec.Builder field = FieldSpec.builder(
                            types.of(constant.type()),
                            JavaNames.constant(constant.name().simpleName()),
                            Modifier.PUBLIC,
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .addJavadoc(Documentation.of(constant.documentation())
                            .deprecated(constant.deprecation())
                            .javadoc())
                    .initializer(literals.of(constant.value(), constant.type()).block());
            if (constant.deprecation() != null) {
                field.addAnnotation(Deprecated.class);
            }
            type.addField(field.build());
        }
        return type.build();
    }
}
