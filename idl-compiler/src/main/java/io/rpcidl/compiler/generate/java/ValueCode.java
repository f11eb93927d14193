package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.value.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that write and read one value inside a codec, and the expressions that name a codec.
 *
 * @param types what stands for what in Java
 * @param groups which types contain each other
 * @param owner the definition whose codec the expressions stand in
 * @param javaPackage its Java package
 */
record ValueCode(JavaTypes types, RecursiveGroups groups, QualifiedName owner, String javaPackage) {

    /** The kind on the wire. */
    Code kind(Type type) {
        return Code.of("$T.$L", RuntimeTypes.KIND, kindName(type));
    }

    /** How many octets each value takes, or 0 when they differ. */
    int fixedWidth(Type type) {
        Kind kind = Kind.valueOf(kindName(type));
        return kind.fixed() ? kind.minimumSize() : 0;
    }

    private String kindName(Type type) {
        if (type instanceof Type.Of of) {
            return kindName(of.scalar());
        }
        if (type instanceof Type.Reference reference) {
            Definition definition = types.definition(reference.name());
            if (definition instanceof NamedType named) {
                return kindName(named.base());
            }
            return definition instanceof Enumeration ? "ENUM" : "STRUCT";
        }
        return type instanceof Type.MapOf ? "MAP" : "LIST";
    }

    private static String kindName(Scalar scalar) {
        return switch (scalar) {
            case BOOL, UUID, STRING, BYTES -> scalar.name();
            case I8, U8 -> "INT8";
            case I16, U16 -> "INT16";
            case I32, U32 -> "INT32";
            case I64, U64 -> "INT64";
            case F32 -> "FLOAT32";
            case F64 -> "FLOAT64";
            case TIMESTAMP, DURATION -> "TIME";
            case DECIMAL -> "BYTES";
        };
    }

    /** Whether the type is a named one. */
    boolean named(Type type) {
        return type instanceof Type.Reference reference && types.definition(reference.name()) instanceof NamedType;
    }

    /** Whether values of the type are written and read by a codec that the class keeps in a constant. */
    static boolean needsConstant(Type type) {
        return !(type instanceof Type.Of) && !(type instanceof Type.Reference);
    }

    /** Reads a value from an expression that gives the decoder. */
    Code read(Code in, Type type, @Nullable Long max, String constant) {
        return read(in, "", type, max, constant);
    }

    /**
     * The same for a value that may stand at a place of its own.
     *
     * @param at an expression for the place of a value of fixed width, or nothing for the next value
     */
    Code read(Code in, String at, Type type, @Nullable Long max, String constant) {
        if (type instanceof Type.Of of) {
            return Code.of("$L.$L($L)", in, method(of.scalar()), max == null ? at : max.toString());
        }
        if (type instanceof Type.Reference reference) {
            Definition definition = types.definition(reference.name());
            ClassName name = types.name(reference.name());
            if (definition instanceof NamedType named) {
                Type base = new Type.Of(named.base());
                return Code.of("new $T($L)", name, read(in, at, base, smaller(max, named.max()), ""));
            }
            if (definition instanceof Enumeration enumeration) {
                return enumeration.closed()
                        ? Code.of("$L.closedEnum($L$T::of, $S)", in, before(at), name, name.simpleName())
                        : Code.of("$T.of($L.enumNumber($L))", name, in, at);
            }
            return Code.of("$L.read($L)", instance(reference.name()), in);
        }
        return Code.of("$L.read($L)", constant, in);
    }

    private static String before(String at) {
        return at.isEmpty() ? "" : at + ", ";
    }

    /** Writes the value of an expression to the encoder that another gives: a statement without its semicolon. */
    Code write(Code out, Type type, @Nullable Long max, String constant, Code value) {
        return write(out, "", type, max, constant, value);
    }

    /** The same for a value that may stand at a place of its own, as in {@code read}. */
    Code write(Code out, String at, Type type, @Nullable Long max, String constant, Code value) {
        if (type instanceof Type.Of of) {
            String behind = max == null ? "" : ", " + max;
            return Code.of("$L.$L($L$L$L)", out, method(of.scalar()), before(at), value, behind);
        }
        if (type instanceof Type.Reference reference) {
            Definition definition = types.definition(reference.name());
            if (definition instanceof NamedType named) {
                Type base = new Type.Of(named.base());
                return write(out, at, base, smaller(max, named.max()), "", Code.of("$L.value()", value));
            }
            if (definition instanceof Enumeration) {
                return Code.of("$L.enumNumber($L$L.number())", out, before(at), value);
            }
            return Code.of("$L.write($L, $L)", instance(reference.name()), out, value);
        }
        return Code.of("$L.write($L, $L)", constant, out, value);
    }

    /** A codec of the type, to be kept in a constant. */
    Code codec(Type type, @Nullable Long max) {
        if (type instanceof Type.Of of) {
            return limited(Code.of("$T.$L", RuntimeTypes.CODECS, of.scalar().name()), max);
        }
        if (type instanceof Type.Reference reference) {
            Definition definition = types.definition(reference.name());
            if (definition instanceof NamedType || definition instanceof Enumeration) {
                return limited(Code.of("$T.codec()", types.name(reference.name())), max);
            }
            boolean waits = !reference.name().equals(owner) && groups.together(reference.name(), owner);
            return waits
                    ? Code.of("$T.deferred($T::codec)", RuntimeTypes.CODECS, types.name(reference.name()))
                    : instance(reference.name());
        }
        String limit = max == null ? "" : ", " + max;
        if (type instanceof Type.ListOf list) {
            return Code.of("$T.list($L$L)", RuntimeTypes.CODECS, codec(list.element(), null), limit);
        }
        if (type instanceof Type.SetOf set) {
            return Code.of("$T.set($L$L)", RuntimeTypes.CODECS, codec(set.element(), null), limit);
        }
        Type.MapOf map = (Type.MapOf) type;
        return Code.of(
                "$T.map($L, $L$L)", RuntimeTypes.CODECS, codec(map.key(), null), codec(map.value(), null), limit);
    }

    private static Code limited(Code codec, @Nullable Long max) {
        return max == null ? codec : Code.of("$T.limited($L, $L)", RuntimeTypes.CODECS, codec, max);
    }

    /** The codec of a struct or union: its constant where the class can be seen, else what its type gives out. */
    private Code instance(QualifiedName name) {
        ClassName type = types.name(name);
        if (name.equals(owner)) {
            return Code.of("INSTANCE");
        }
        return type.packageName().equals(javaPackage)
                ? Code.of("$T.INSTANCE", JavaTypes.codec(type))
                : Code.of("$T.codec()", type);
    }

    private static String method(Scalar scalar) {
        return scalar.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Long smaller(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Long.valueOf(Math.min(one, other));
    }
}
