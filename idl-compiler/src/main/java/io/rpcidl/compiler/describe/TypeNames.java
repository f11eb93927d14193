package io.rpcidl.compiler.describe;

import io.rpcidl.compiler.model.Type;
import io.rpcidl.schema.ScalarType;
import io.rpcidl.schema.TypeName;

/** Types as descriptors write them. */
final class TypeNames {

    private TypeNames() {}

    static String text(Type type) {
        return name(type).toString();
    }

    private static TypeName name(Type type) {
        if (type instanceof Type.ListOf list) {
            return new TypeName.ListOf(name(list.element()));
        }
        if (type instanceof Type.SetOf set) {
            return new TypeName.SetOf(name(set.element()));
        }
        if (type instanceof Type.MapOf map) {
            return new TypeName.MapOf(name(map.key()), name(map.value()));
        }
        return type instanceof Type.Of of
                ? new TypeName.Of(ScalarType.valueOf(of.scalar().name()))
                : new TypeName.Reference(((Type.Reference) type).name().toString());
    }
}
