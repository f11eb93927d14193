package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The builder of a record, of an error or of a class of many fields.
 *
 * <p>It is not staged: an optional field that is added never breaks a caller, and a required field that is forgotten is
 * named by the exception.
 */
final class BuilderGenerator {

    private static final String NAME = "Builder";

    /** What Java does not make of a plain {@code 2} when null is allowed too. */
    private static final Set<TypeName> WIDENED =
            Set.of(TypeName.LONG.box(), TypeName.FLOAT.box(), TypeName.DOUBLE.box());

    private BuilderGenerator() {}

    /**
     * Adds the builder class and the two methods that make one.
     *
     * @param fields where the class keeps its fields: empty, or the name of what holds them and a dot
     */
    static void addTo(TypeSpec.Builder type, Composite composite, String fields) {
        ClassName builder = composite.type().nestedClass(NAME);
        type.addMethod(MethodSpec.methodBuilder("builder")
                .addJavadoc("A builder in which every field without a default is still to be set.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addStatement("return new $T()", builder)
                .build());
        type.addMethod(MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("A builder that starts with the fields of this value.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addCode(copy(composite, builder, fields).block())
                .build());
        type.addType(generate(composite, builder));
    }

    private static TypeSpec generate(Composite composite, ClassName builder) {
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addJavadoc(
                        "Collects the fields of a {@link $T}. Not safe for use by several threads.\n", composite.type())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (Component component : composite.components()) {
            type.addField(field(component));
            type.addMethod(setter(component, component.type(), builder));
            TypeName plain = component.type().withoutAnnotations();
            if (component.field().optional() && WIDENED.contains(plain)) {
                type.addMethod(setter(component, plain.unbox(), builder));
            }
        }
        if (composite.open()) {
            UnknownFieldCode.addSetter(type, builder);
        }
        type.addMethod(build(composite));
        return type.build();
    }

    private static FieldSpec field(Component component) {
        Code defaultValue = component.defaultValue();
        return defaultValue == null
                ? FieldSpec.builder(component.nullableType(), component.name(), Modifier.PRIVATE)
                        .build()
                : FieldSpec.builder(component.type(), component.name(), Modifier.PRIVATE)
                        .initializer(defaultValue.block())
                        .build();
    }

    /** A setter; those of optional numbers have a second one, to which a plain {@code 2} may be given for a long. */
    private static MethodSpec setter(Component component, TypeName type, ClassName builder) {
        Documentation documentation = Documentation.of(component.field().documentation());
        if (component.field().optional() && !type.isPrimitive()) {
            documentation.paragraph("Null clears it.");
        }
        MethodSpec.Builder setter = MethodSpec.methodBuilder(component.name())
                .addJavadoc(documentation
                        .deprecated(component.field().deprecation())
                        .javadoc())
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(type, component.name())
                .addCode(Code.of("this.$1L = $1L;\nreturn this;\n", component.name())
                        .block());
        if (component.field().deprecation() != null) {
            setter.addAnnotation(Deprecated.class);
        }
        return setter.build();
    }

    private static MethodSpec build(Composite composite) {
        MethodSpec.Builder build = MethodSpec.methodBuilder("build")
                .addJavadoc(
                        "The value; a required field that was not set is named by a {@link NullPointerException}.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(composite.type());
        if (composite.large()) {
            return build.addStatement("return new $T(this)", composite.type()).build();
        }
        List<Code> arguments = new ArrayList<>();
        composite.components().forEach(component -> arguments.add(argument(component, composite.label())));
        if (composite.open()) {
            arguments.add(Code.of(UnknownFieldCode.NAME));
        }
        return build.addCode(Code.statement("return new $T($L)", composite.type(), Declarations.stacked(arguments))
                        .block())
                .build();
    }

    /** What a field of the builder becomes: itself where null is allowed or there is a default. */
    static Code argument(Component component, String label) {
        if (!component.field().required()) {
            return Code.of("$L", component.name());
        }
        String quoted = JavaLiterals.string(label + "." + component.field().name());
        return Code.of("$T.required($L, $L)", RuntimeTypes.VALUES, component.name(), quoted);
    }

    private static Code copy(Composite composite, ClassName builder, String fields) {
        if (!composite.large()) {
            List<String> names = new ArrayList<>(
                    composite.components().stream().map(Component::name).toList());
            if (composite.open()) {
                names.add(UnknownFieldCode.NAME);
            }
            String separator = names.size() < 2 ? "" : "\n";
            String calls = names.stream()
                    .map(name -> separator + "." + name + "(" + fields + name + ")")
                    .collect(Collectors.joining());
            return Code.builder()
                    .addStatement("return new $T()$L", builder, calls)
                    .build();
        }
        Code.Builder statements = Code.builder().addStatement("$T copy = new $T()", builder, builder);
        for (Component component : composite.components()) {
            statements.addStatement("copy.$1L = $2L", component.name(), own(component, "copy"));
        }
        if (composite.open()) {
            statements.addStatement("copy.$1L = $1L", UnknownFieldCode.NAME);
        }
        return statements.addStatement("return copy").build();
    }

    /** A field of the class itself where a local variable has the given name. */
    static String own(Component component, String local) {
        return component.name().equals(local) ? "this." + component.name() : component.name();
    }
}
