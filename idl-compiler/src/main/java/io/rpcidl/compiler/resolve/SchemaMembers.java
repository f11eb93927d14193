package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.EnumValueDecl;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.NumberDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.ast.VariantDecl;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Variant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds what stands inside the braces of a definition. */
final class SchemaMembers {

    private final Program program;

    SchemaMembers(Program program) {
        this.program = program;
    }

    List<Field> fields(List<FieldDecl> declarations) {
        return declarations.stream().map(this::field).toList();
    }

    Field field(FieldDecl field) {
        return new Field(
                number(field.number()),
                field.name().text(),
                type(field.type()),
                field.type().optionalMark() != null,
                literal(field.defaultValue()),
                Annotations.max(field, program),
                Annotations.sensitive(field),
                field.documentation(),
                field.name().span(),
                Annotations.deprecation(field));
    }

    Variant variant(VariantDecl variant) {
        return new Variant(
                number(variant.number()),
                variant.name().text(),
                variant.type() == null ? null : type(variant.type()),
                Annotations.max(variant, program),
                Annotations.sensitive(variant),
                variant.documentation(),
                variant.name().span(),
                Annotations.deprecation(variant));
    }

    EnumValue enumValue(EnumValueDecl value) {
        return new EnumValue(
                value.name().text(),
                number(value.number()),
                value.documentation(),
                value.name().span(),
                Annotations.deprecation(value));
    }

    Type type(TypeExpression expression) {
        return Objects.requireNonNull(program.type(expression), "a type that passed the checks");
    }

    static int number(@Nullable NumberDecl number) {
        return Objects.requireNonNull(number, "a number that passed the checks")
                .value()
                .intValueExact();
    }

    private @Nullable Literal literal(@Nullable LiteralExpression expression) {
        return expression == null ? null : program.literal(expression);
    }
}
