package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A named type as a record of its one value. */
final class NamedTypeGenerator {

    private static final String VALUE = "value";

    private final JavaTypes types;

    NamedTypeGenerator(JavaTypes types) {
        this.types = types;
    }

    TypeSpec generate(NamedType named) {
        ClassName name = types.name(named.name());
        Field field = new Field(
                1, VALUE, new Type.Of(named.base()), false, null, null, named.sensitive(), "", named.span(), null);
        Composite composite = new Composite(
                named.name(), named.name().simpleName(), name, name, List.of(Component.of(field, VALUE, types)));
        TypeSpec.Builder type = RecordGenerator.record(composite, Modifier.PUBLIC)
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Comparable.class), name));
        Declarations.topLevel(type, named.deprecation());
        type.addJavadoc(Documentation.of(named.documentation(), "A {@code " + composite.label() + "}.")
                .deprecated(named.deprecation())
                .javadoc());
        type.addField(EnumGenerator.codecConstant(name, codec(named, name)));
        type.addMethod(EnumGenerator.codecMethod(name));
        type.addMethod(Declarations.override("compareTo", TypeName.INT, Modifier.PUBLIC)
                .addParameter(name, "other")
                .addCode(Code.statement("return $L", comparison(named.base())).block())
                .build());
        return type.build();
    }

    private static Code codec(NamedType named, ClassName name) {
        Code base = Code.of("$T.$L", RuntimeTypes.CODECS, named.base().name());
        if (named.max() != null) {
            base = Code.of("$T.limited($L, $L)", RuntimeTypes.CODECS, base, named.max());
        }
        return Code.of("$T.named($L, $T::new, $T::value)", RuntimeTypes.CODECS, base, name, name);
    }

    private static Code comparison(Scalar base) {
        TypeName type = JavaTypes.of(base);
        if (base == Scalar.U64) {
            return Code.of("$T.compareUnsigned(value, other.value)", Long.class);
        }
        return type.isPrimitive()
                ? Code.of("$T.compare(value, other.value)", type.box())
                : Code.of("value.compareTo(other.value)");
    }
}
