package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Reserved;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas made by hand, in the package {@value #PACKAGE}. */
final class Models {

    static final String PACKAGE = "test.models.v1";
    static final Span NOWHERE = new Span(new SourceFile("models.rpcidl", "models.rpcidl", ""), 0, 0);

    private Models() {}

    static Schema schema(Definition... definitions) {
        return schema(PACKAGE, List.of(definitions));
    }

    static Schema schema(String javaPackage, List<Definition> definitions) {
        return Schema.of(
                List.of(new SchemaFile("models.rpcidl", PACKAGE, javaPackage, "", List.copyOf(definitions), true)));
    }

    static QualifiedName name(String name) {
        return new QualifiedName(PACKAGE, name);
    }

    static Type type(Scalar scalar) {
        return new Type.Of(scalar);
    }

    static Type type(String name) {
        return new Type.Reference(name(name));
    }

    static Type list(Type element) {
        return new Type.ListOf(element);
    }

    static Field field(int number, String name, Type type) {
        return field(number, name, type, false, null);
    }

    static Field optional(int number, String name, Type type) {
        return field(number, name, type, true, null);
    }

    static Field field(int number, String name, Type type, boolean optional, @Nullable Literal defaultValue) {
        return new Field(number, name, type, optional, defaultValue, null, false, "", NOWHERE, null);
    }

    static Field documented(Field field, String documentation) {
        return new Field(
                field.number(),
                field.name(),
                field.type(),
                field.optional(),
                field.defaultValue(),
                field.max(),
                field.sensitive(),
                documentation,
                NOWHERE,
                field.deprecation());
    }

    static Struct struct(String name, Field... fields) {
        return struct(name, List.of(fields));
    }

    static Struct struct(String name, List<Field> fields) {
        return new Struct(name(name), "", NOWHERE, null, false, fields, Reserved.NONE);
    }

    static DeclaredError error(String name, Field... fields) {
        return new DeclaredError(name(name), "", NOWHERE, null, true, List.of(fields), Reserved.NONE);
    }

    static NamedType named(String name, Scalar base) {
        return new NamedType(name(name), "", NOWHERE, null, base, null, false);
    }

    static Enumeration enumeration(String name, boolean closed, String... values) {
        List<EnumValue> list = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            list.add(new EnumValue(values[i], i, "", NOWHERE, null));
        }
        return new Enumeration(name(name), "", NOWHERE, null, closed, list, Reserved.NONE);
    }

    static Variant variant(int number, String name, @Nullable Type type) {
        return new Variant(number, name, type, null, false, "", NOWHERE, null);
    }

    static Union union(String name, Variant... variants) {
        return new Union(name(name), "", NOWHERE, null, List.of(variants), Reserved.NONE);
    }

    static Method method(int number, String name, @Nullable Type result, Field... parameters) {
        return new Method(
                number,
                name,
                Method.Modifier.NONE,
                List.of(parameters),
                null,
                new Method.Result(result, false, false),
                List.of(),
                new Method.Deadline.Unstated(),
                "",
                NOWHERE,
                null);
    }

    static Service service(String name, Method... methods) {
        return new Service(name(name), "", NOWHERE, null, List.of(methods), Reserved.NONE);
    }
}
