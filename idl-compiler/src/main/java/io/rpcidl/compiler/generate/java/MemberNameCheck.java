package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.model.Constant;
import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import io.rpcidl.compiler.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Refuses members of one definition that become one name in Java, such as {@code placed_at} and {@code placedAt}. */
final class MemberNameCheck {

    private final Map<String, Definition> typesByClass = new HashMap<>();
    private final Diagnostics diagnostics;

    MemberNameCheck(Schema schema, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        for (Definition definition : schema.definitions().values()) {
            if (!(definition instanceof Constant)) {
                typesByClass.putIfAbsent(JavaNames.type(definition.name().simpleName()), definition);
            }
        }
    }

    void check(SchemaFile file, Set<String> shouted) {
        List<Constant> constants = file.definitions().stream()
                .filter(Constant.class::isInstance)
                .map(Constant.class::cast)
                .toList();
        distinct(
                constants,
                constant -> constant.name().simpleName(),
                constant -> JavaNames.constant(constant.name().simpleName()),
                Constant::span);
        constants.stream()
                .filter(constant ->
                        shouted.contains(JavaNames.constant(constant.name().simpleName())))
                .forEach(this::hidesAType);
        file.definitions().forEach(this::check);
    }

    private void hidesAType(Constant constant) {
        String name = constant.name().simpleName();
        Diagnostic hides = Diagnostic.of(
                        Code.JAVA_NAME, constant.span(), "the constant `" + name + "` has the name of a java type")
                .help("rename the constant, or the type");
        Definition type = typesByClass.get(JavaNames.constant(name));
        diagnostics.add(type == null ? hides : hides.label(type.span(), "takes the name first"));
    }

    private void check(Definition definition) {
        if (definition instanceof Struct struct) {
            fields(struct.fields());
        } else if (definition instanceof DeclaredError error) {
            fields(error.fields());
        } else if (definition instanceof Enumeration enumeration) {
            distinct(
                    enumeration.values(),
                    EnumValue::name,
                    value -> JavaNames.enumConstant(value.name()),
                    EnumValue::span);
        } else if (definition instanceof Union union) {
            // each variant has a class file, and files are not told apart by case everywhere
            distinct(
                    union.variants(),
                    Variant::name,
                    variant -> JavaNames.variantType(variant.name()).toLowerCase(Locale.ROOT),
                    Variant::span);
            String own = JavaNames.type(union.name().simpleName());
            union.variants().stream()
                    .filter(variant -> JavaNames.variantType(variant.name()).equals(own))
                    .forEach(variant -> ownName(variant, union));
        } else if (definition instanceof Service service) {
            distinct(
                    service.methods(),
                    Method::name,
                    method -> JavaNames.parametersType(method.name()).toLowerCase(Locale.ROOT),
                    Method::span);
            service.methods().forEach(this::parameters);
        }
    }

    private void ownName(Variant variant, Union union) {
        String message = "the variant `" + variant.name() + "` needs a class inside `"
                + union.name().simpleName() + "` that has the same name";
        diagnostics.add(Diagnostic.of(Code.JAVA_NAME, variant.span(), message)
                .label(union.span(), "takes the name first")
                .help("rename one of the two"));
    }

    private void fields(List<Field> fields) {
        distinct(fields, Field::name, field -> JavaNames.field(field.name()), Field::span);
    }

    private void parameters(Method method) {
        distinct(method.parameters(), Field::name, field -> JavaNames.parameter(field.name()), Field::span);
        Method.StreamParameter stream = method.streamParameter();
        if (stream != null) {
            String name = JavaNames.parameter(stream.name());
            method.parameters().stream()
                    .filter(field -> JavaNames.parameter(field.name()).equals(name))
                    .forEach(field -> diagnostics.add(Diagnostic.of(
                                    Code.JAVA_NAME,
                                    field.span(),
                                    "`" + field.name() + "` and the stream `" + stream.name()
                                            + "` have one name in java")
                            .help("rename one of the two")));
        }
    }

    private <T> void distinct(
            List<T> members, Function<T, String> written, Function<T, String> mapped, Function<T, Span> span) {
        Map<String, T> taken = new HashMap<>();
        for (T member : members) {
            T first = taken.putIfAbsent(mapped.apply(member), member);
            if (first != null) {
                diagnostics.add(Diagnostic.of(
                                Code.JAVA_NAME,
                                span.apply(member),
                                "`" + written.apply(first) + "` and `" + written.apply(member)
                                        + "` have one name in java")
                        .label(span.apply(first), "takes the name first")
                        .help("rename one of the two"));
            }
        }
    }
}
