package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a reader got, held against what the writer wrote. This is the meaning of "reads": each field that both schemas have is
 * equal, or absent and then what the reader's schema says of absence; and nothing that keeps its name changes its number.
 */
final class TreeComparison {

    private final Schema writer;
    private final Schema reader;

    TreeComparison(Schema writer, Schema reader) {
        this.writer = writer;
        this.reader = reader;
    }

    boolean same(Type wrote, @Nullable Object written, Type reads, @Nullable Object read) {
        if (written == null || read == null) {
            return written == null && read == null;
        }
        if (wrote instanceof Type.MapOf from && reads instanceof Type.MapOf to) {
            return sameMaps(from, (Map<?, ?>) written, to, (Map<?, ?>) read);
        }
        Type from = element(wrote);
        Type to = element(reads);
        if (from != null && to != null) {
            return sameElements(from, (Iterable<?>) written, to, (Iterable<?>) read);
        }
        Definition before = definition(wrote, writer);
        Definition after = definition(reads, reader);
        return same(before, written, after, read);
    }

    /** For scalars and named types, both definitions are null. */
    boolean same(@Nullable Definition before, Object written, @Nullable Definition after, Object read) {
        if (before instanceof Struct from && after instanceof Struct to) {
            return sameFields(from.fields(), map(written), to.fields(), map(read));
        }
        if (before instanceof DeclaredError from && after instanceof DeclaredError to) {
            return sameFields(from.fields(), map(written), to.fields(), map(read));
        }
        if (before instanceof Enumeration from && after instanceof Enumeration to) {
            int number = ((Tree.Value) written).number();
            return number == ((Tree.Value) read).number()
                    && keepsName(number, from.values(), to.values(), EnumValue::number, EnumValue::name);
        }
        if (before instanceof Union from && after instanceof Union to) {
            return sameVariants(from, (Tree.Variant) written, to, (Tree.Variant) read);
        }
        return before == null && after == null && Objects.equals(written, read);
    }

    private boolean sameVariants(Union from, Tree.Variant written, Union to, Tree.Variant read) {
        int number = written.number();
        if (number != read.number()
                || !keepsName(number, from.variants(), to.variants(), Variant::number, Variant::name)) {
            return false;
        }
        Variant before = find(from.variants(), Variant::number, number);
        Variant after = find(to.variants(), Variant::number, number);
        Type wrote = before == null ? null : before.type();
        Type reads = after == null ? null : after.type();
        return wrote == null || reads == null || same(wrote, written.value(), reads, read.value());
    }

    /** Fields of one number are equal, and so are fields of one name. */
    boolean sameFields(List<Field> from, Map<Integer, Object> written, List<Field> to, Map<Integer, Object> read) {
        for (Field before : from) {
            for (Field after : to) {
                boolean named = before.name().equals(after.name());
                if (before.number() != after.number() && !named) {
                    continue;
                }
                Object value = written.get(before.number());
                Object got = read.get(after.number());
                boolean equal = value == null
                        ? Objects.equals(got, absent(after))
                        : same(before.type(), value, after.type(), got);
                if (!equal || named && before.number() != after.number()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What a reader sees of a field that was not written. */
    private @Nullable Object absent(Field field) {
        Literal literal = field.defaultValue();
        return literal == null ? null : tree(literal, field.type());
    }

    private Object tree(Literal literal, Type type) {
        if (literal instanceof Literal.Enumerated named) {
            Enumeration enumeration = (Enumeration) reader.definition(named.enumeration());
            for (EnumValue value : enumeration.values()) {
                if (value.name().equals(named.value())) {
                    return new Tree.Value(value.number());
                }
            }
        }
        if (literal instanceof Literal.Floating floating) {
            boolean single = scalar(type) == Scalar.F32;
            return single ? (Object) (float) floating.value() : (Object) floating.value();
        }
        if (literal instanceof Literal.Integral integral) {
            return scalar(type) == Scalar.U64
                    ? (Object) integral.value()
                    : (Object) integral.value().longValue();
        }
        if (literal instanceof Literal.Bool bool) {
            return bool.value();
        }
        if (literal instanceof Literal.Text text) {
            return text.value();
        }
        if (literal instanceof Literal.Uuid uuid) {
            return uuid.value();
        }
        if (literal instanceof Literal.Timestamp timestamp) {
            return timestamp.value();
        }
        if (literal instanceof Literal.TimeSpan span) {
            return span.value();
        }
        if (literal instanceof Literal.Decimal decimal) {
            return decimal.value();
        }
        return type instanceof Type.MapOf ? Map.of() : type instanceof Type.SetOf ? Set.of() : List.of();
    }

    private @Nullable Scalar scalar(Type type) {
        if (type instanceof Type.Reference reference
                && reader.definition(reference.name()) instanceof NamedType named) {
            return named.base();
        }
        return type instanceof Type.Of of ? of.scalar() : null;
    }

    private boolean sameMaps(Type.MapOf from, Map<?, ?> written, Type.MapOf to, Map<?, ?> read) {
        List<Object> writtenValues = new ArrayList<>(written.values());
        List<Object> readValues = new ArrayList<>(read.values());
        return sameElements(from.key(), written.keySet(), to.key(), read.keySet())
                && sameElements(from.value(), writtenValues, to.value(), readValues);
    }

    private boolean sameElements(Type from, Iterable<?> written, Type to, Iterable<?> read) {
        Iterator<?> others = read.iterator();
        for (Object each : written) {
            if (!others.hasNext() || !same(from, each, to, others.next())) {
                return false;
            }
        }
        return !others.hasNext();
    }

    private static @Nullable Type element(Type type) {
        if (type instanceof Type.ListOf list) {
            return list.element();
        }
        return type instanceof Type.SetOf set ? set.element() : null;
    }

    private static @Nullable Definition definition(Type type, Schema schema) {
        if (!(type instanceof Type.Reference reference)) {
            return null;
        }
        Definition definition = schema.definition(reference.name());
        return definition instanceof NamedType ? null : definition;
    }

    /** Whether what the number means for the writer does not have another number for the reader. */
    private static <T> boolean keepsName(
            int number, List<T> from, List<T> to, ToIntFunction<T> numberOf, Function<T, String> nameOf) {
        T before = find(from, numberOf, number);
        return before == null
                || to.stream()
                        .filter(after -> nameOf.apply(after).equals(nameOf.apply(before)))
                        .allMatch(after -> numberOf.applyAsInt(after) == number);
    }

    private static <T> @Nullable T find(List<T> members, ToIntFunction<T> number, int wanted) {
        return members.stream()
                .filter(member -> number.applyAsInt(member) == wanted)
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked") // trees of structs are such maps
    private static Map<Integer, Object> map(Object tree) {
        return (Map<Integer, Object>) tree;
    }
}
