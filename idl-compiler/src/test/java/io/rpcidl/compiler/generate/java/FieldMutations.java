package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Changes of types and of lists of fields, as people make them, legal but not always wise. */
final class FieldMutations {

    private final Random random;
    private final List<Enumeration> enums;
    private final List<NamedType> named;

    FieldMutations(Random random, List<Enumeration> enums, List<NamedType> named) {
        this.random = random;
        this.enums = enums;
        this.named = named;
    }

    List<Field> mutate(List<Field> fields) {
        List<Field> changed = new ArrayList<>(fields);
        int choice = fields.isEmpty() ? 0 : random.nextInt(12);
        if (choice == 0) {
            changed.add(random.nextInt(changed.size() + 1), fresh(fields));
            return changed;
        }
        int at = random.nextInt(changed.size());
        Field field = changed.get(at);
        switch (choice) {
            case 1 -> {
                if (changed.size() > 1) {
                    changed.remove(at);
                }
            }
            case 2 -> changed.set(at, with(field, field.number(), "renamed" + random.nextInt(100)));
            case 3 -> changed.set(at, with(field, unused(fields, Field::number), field.name()));
            case 4, 5 -> changed.set(at, retyped(field));
            case 6, 7, 8 -> changed.set(at, presence(field));
            case 9 -> Collections.shuffle(changed, random);
            case 10 -> changed.set(at, max(field));
            default -> swapNames(changed);
        }
        return changed;
    }

    /** Two fields exchange their names: to a peer they exchange their meaning. */
    private void swapNames(List<Field> fields) {
        if (fields.size() > 1) {
            Field first = fields.get(0);
            Field second = fields.get(1);
            fields.set(0, with(first, first.number(), second.name()));
            fields.set(1, with(second, second.number(), first.name()));
        }
    }

    private Field fresh(List<Field> fields) {
        Type type = plain();
        int form = random.nextInt(3);
        Literal literal = form == 2 ? literal(type) : null;
        return new Field(
                unused(fields, Field::number),
                "added" + random.nextInt(1000),
                type,
                form == 1,
                literal,
                null,
                false,
                "",
                Models.NOWHERE,
                null);
    }

    private Field retyped(Field field) {
        Type type = similar(field.type());
        return copy(field, field.number(), field.name(), type, field.optional(), null, null);
    }

    private Field presence(Field field) {
        boolean optional = random.nextBoolean();
        boolean defaulted = !optional && random.nextBoolean();
        Literal literal = defaulted ? literal(field.type()) : null;
        return copy(field, field.number(), field.name(), field.type(), optional, literal, field.max());
    }

    private Field max(Field field) {
        boolean limits = field.type() instanceof Type.ListOf
                || field.type() instanceof Type.SetOf
                || field.type() instanceof Type.MapOf
                || field.type() instanceof Type.Of of && (of.scalar() == Scalar.STRING || of.scalar() == Scalar.BYTES);
        Long max = limits && random.nextInt(4) > 0 ? Long.valueOf(1 + random.nextInt(10)) : null;
        return copy(field, field.number(), field.name(), field.type(), field.optional(), null, max);
    }

    private static Field with(Field field, int number, String name) {
        return copy(field, number, name, field.type(), field.optional(), field.defaultValue(), field.max());
    }

    private static Field copy(
            Field field,
            int number,
            String name,
            Type type,
            boolean optional,
            @Nullable Literal literal,
            @Nullable Long max) {
        return new Field(
                number,
                name,
                type,
                optional,
                literal,
                max,
                field.sensitive(),
                field.documentation(),
                Models.NOWHERE,
                field.deprecation());
    }

    /** A type that is easily taken for the other one. */
    Type similar(Type type) {
        int choice = random.nextInt(4);
        if (type instanceof Type.ListOf list && choice > 0) {
            boolean key = list.element() instanceof Type.Of of && key(of.scalar());
            return key && choice == 1 ? new Type.SetOf(list.element()) : new Type.ListOf(similar(list.element()));
        }
        if (type instanceof Type.SetOf set && choice > 0) {
            return new Type.ListOf(set.element());
        }
        if (type instanceof Type.MapOf map && choice > 0) {
            return new Type.MapOf(map.key(), similar(map.value()));
        }
        if (type instanceof Type.Of of && choice > 1) {
            return new Type.Of(neighbour(of.scalar()));
        }
        if (type instanceof Type.Reference reference && choice > 0) {
            for (NamedType each : named) {
                if (each.name().equals(reference.name())) {
                    return new Type.Of(each.base());
                }
            }
        }
        if (type instanceof Type.Of of) {
            for (NamedType each : named) {
                if (each.base() == of.scalar()) {
                    return new Type.Reference(each.name());
                }
            }
        }
        return plain();
    }

    Scalar neighbour(Scalar scalar) {
        return switch (scalar) {
            case BOOL -> Scalar.U8;
            case I8 -> Scalar.U8;
            case I16 -> Scalar.I32;
            case I32 -> Scalar.U32;
            case I64 -> Scalar.U64;
            case U8 -> Scalar.I8;
            case U16 -> Scalar.U32;
            case U32 -> Scalar.I32;
            case U64 -> Scalar.I64;
            case F32 -> Scalar.F64;
            case F64 -> Scalar.F32;
            case STRING -> Scalar.UUID;
            case BYTES -> Scalar.DECIMAL;
            case UUID -> Scalar.STRING;
            case TIMESTAMP -> Scalar.DURATION;
            case DURATION -> Scalar.TIMESTAMP;
            case DECIMAL -> Scalar.BYTES;
        };
    }

    /** A type that no definition needs another one for. */
    Type plain() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Type.Of(Scalar.values()[random.nextInt(Scalar.values().length)]);
            case 2 -> new Type.ListOf(new Type.Of(Scalar.values()[random.nextInt(Scalar.values().length)]));
            case 3 -> new Type.Reference(enums.get(random.nextInt(enums.size())).name());
            default ->
                new Type.Reference(named.get(random.nextInt(named.size())).name());
        };
    }

    private @Nullable Literal literal(Type type) {
        if (type instanceof Type.Of of) {
            return literal(of.scalar());
        }
        if (!(type instanceof Type.Reference reference)) {
            return new Literal.Empty();
        }
        for (Enumeration each : enums) {
            if (each.name().equals(reference.name())) {
                EnumValue value = each.values().get(random.nextInt(each.values().size()));
                return new Literal.Enumerated(each.name(), value.name());
            }
        }
        for (NamedType each : named) {
            if (each.name().equals(reference.name())) {
                return literal(each.base());
            }
        }
        return null;
    }

    private @Nullable Literal literal(Scalar scalar) {
        return switch (scalar) {
            case BOOL -> new Literal.Bool(random.nextBoolean());
            case I8, I16, I32, I64, U8, U16, U32, U64 -> new Literal.Integral(BigInteger.valueOf(random.nextInt(5)));
            case STRING -> new Literal.Text("d" + random.nextInt(5));
            default -> null;
        };
    }

    static boolean key(Scalar scalar) {
        return switch (scalar) {
            case F32, F64, BYTES, TIMESTAMP, DURATION, DECIMAL -> false;
            default -> true;
        };
    }

    <T> int unused(List<T> members, ToIntFunction<T> number) {
        int candidate = 1 + random.nextInt(60);
        while (true) {
            int wanted = candidate;
            if (members.stream().noneMatch(member -> number.applyAsInt(member) == wanted)) {
                return wanted;
            }
            candidate++;
        }
    }

    <T> T any(List<T> members) {
        return members.get(random.nextInt(members.size()));
    }

    /** One member replaced. */
    <T> List<T> replace(List<T> members, Function<T, T> change) {
        List<T> changed = new ArrayList<>(members);
        int at = random.nextInt(changed.size());
        changed.set(at, change.apply(changed.get(at)));
        return changed;
    }

    int choose(int bound) {
        return random.nextInt(bound);
    }
}
