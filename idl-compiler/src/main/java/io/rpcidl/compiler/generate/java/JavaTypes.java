package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.rpcidl.compiler.model.Constant;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.compiler.model.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which Java type stands for which type of the schema. */
final class JavaTypes {

    private final Schema schema;
    private final Map<QualifiedName, ClassName> names = new HashMap<>();
    private final Set<String> shouted = new HashSet<>(Set.of("UUID"));

    JavaTypes(Schema schema) {
        this.schema = schema;
        for (SchemaFile file : schema.files()) {
            String javaPackage = JavaNames.packageName(file.javaPackage());
            for (Definition definition : file.definitions()) {
                if (!(definition instanceof Constant)) {
                    String simpleName = JavaNames.type(definition.name().simpleName());
                    names.put(definition.name(), ClassName.get(javaPackage, simpleName));
                    if (simpleName.equals(simpleName.toUpperCase(Locale.ROOT))) {
                        shouted.add(simpleName);
                    }
                }
            }
        }
    }

    /** The type of a definition. */
    ClassName name(QualifiedName name) {
        ClassName type = names.get(name);
        if (type == null) {
            throw new IllegalArgumentException(name + " is no type of the schema");
        }
        return type;
    }

    Definition definition(QualifiedName name) {
        return schema.definition(name);
    }

    /**
     * The types whose names look like constants. Where a constant of that name is in scope, Java no longer sees the type; so
     * constants that nobody else sees avoid these names, and others are refused.
     */
    Set<String> shouted() {
        return Collections.unmodifiableSet(shouted);
    }

    /** The class beside a type that reads and writes it. */
    static ClassName codec(ClassName type) {
        return beside(type, "Codec");
    }

    /** A class in the package of the given one, its name that of the given one with a suffix. */
    static ClassName beside(ClassName type, String suffix) {
        return ClassName.get(type.packageName(), type.simpleName() + suffix);
    }

    /** The type of a value that is always there: a primitive where there is one. */
    TypeName of(Type type) {
        if (type instanceof Type.Of of) {
            return of(of.scalar());
        }
        if (type instanceof Type.Reference reference) {
            return name(reference.name());
        }
        if (type instanceof Type.ListOf list) {
            return ParameterizedTypeName.get(ClassName.get(List.class), boxed(list.element()));
        }
        if (type instanceof Type.SetOf set) {
            return ParameterizedTypeName.get(ClassName.get(Set.class), boxed(set.element()));
        }
        Type.MapOf map = (Type.MapOf) type;
        return ParameterizedTypeName.get(ClassName.get(Map.class), boxed(map.key()), boxed(map.value()));
    }

    /** The type where Java wants an object. */
    TypeName boxed(Type type) {
        return of(type).box();
    }

    static TypeName of(Scalar scalar) {
        return switch (scalar) {
            case BOOL -> TypeName.BOOLEAN;
            case I8 -> TypeName.BYTE;
            case I16 -> TypeName.SHORT;
            case I32, U8, U16 -> TypeName.INT;
            case I64, U32, U64 -> TypeName.LONG;
            case F32 -> TypeName.FLOAT;
            case F64 -> TypeName.DOUBLE;
            case STRING -> ClassName.get(String.class);
            case BYTES -> RuntimeTypes.BYTES;
            case UUID -> ClassName.get(UUID.class);
            case TIMESTAMP -> ClassName.get(Instant.class);
            case DURATION -> ClassName.get(Duration.class);
            case DECIMAL -> ClassName.get(BigDecimal.class);
        };
    }

    /** The same type, boxed, where null means absent. */
    static TypeName nullable(TypeName type) {
        return type.box()
                .annotated(AnnotationSpec.builder(RuntimeTypes.NULLABLE).build());
    }
}
