package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import io.rpcidl.value.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes values that a schema allows, with a liking for those that show differences: edges, repetitions, what is unknown. */
final class TreeMaker {

    private static final int DEEPEST = 4;
    private static final int LONGEST = 12;

    private final Schema schema;
    private final Random random;

    TreeMaker(Schema schema, Random random) {
        this.schema = schema;
        this.random = random;
    }

    Map<Integer, Object> fields(List<Field> fields, int depth) {
        Map<Integer, Object> values = new TreeMap<>();
        for (Field field : fields) {
            if (!field.optional() || (depth < DEEPEST && random.nextBoolean())) {
                values.put(field.number(), of(field.type(), field.max(), depth + 1));
            }
        }
        return values;
    }

    Object of(Type type, @Nullable Long max, int depth) {
        if (type instanceof Type.Of of) {
            return scalar(of.scalar(), max);
        }
        if (type instanceof Type.Reference reference) {
            return definition(schema.definition(reference.name()), max, depth);
        }
        int size = depth >= DEEPEST ? 0 : random.nextInt(3);
        if (type instanceof Type.ListOf list) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                boolean again = i > 0 && random.nextBoolean();
                values.add(again ? values.get(0) : of(list.element(), null, depth + 1));
            }
            return values;
        }
        if (type instanceof Type.SetOf set) {
            LinkedHashSet<Object> values = new LinkedHashSet<>();
            for (int i = 0; i < size; i++) {
                values.add(of(set.element(), null, depth + 1));
            }
            return values;
        }
        Type.MapOf map = (Type.MapOf) type;
        Map<Object, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            values.put(of(map.key(), null, depth + 1), of(map.value(), null, depth + 1));
        }
        return values;
    }

    private Object definition(Definition definition, @Nullable Long max, int depth) {
        if (definition instanceof NamedType named) {
            Long own = named.max();
            return scalar(named.base(), own == null ? max : max == null ? own : Long.valueOf(Math.min(own, max)));
        }
        if (definition instanceof Enumeration enumeration) {
            return value(enumeration);
        }
        if (definition instanceof Struct struct) {
            return fields(struct.fields(), depth);
        }
        if (definition instanceof DeclaredError error) {
            return fields(error.fields(), depth);
        }
        List<Variant> variants = ((Union) definition).variants();
        // the last variant has no value, so deep values end
        Variant variant = variants.get(depth >= DEEPEST ? variants.size() - 1 : random.nextInt(variants.size()));
        Type type = variant.type();
        return new Tree.Variant(variant.number(), type == null ? null : of(type, variant.max(), depth + 1), true);
    }

    private Tree.Value value(Enumeration enumeration) {
        List<EnumValue> values = enumeration.values();
        if (!enumeration.closed() && random.nextInt(3) == 0) {
            return new Tree.Value(random.nextInt(12));
        }
        return new Tree.Value(values.get(random.nextInt(values.size())).number());
    }

    private Object scalar(Scalar scalar, @Nullable Long max) {
        return switch (scalar) {
            case BOOL -> random.nextBoolean();
            case I8 -> signed(8);
            case I16 -> signed(16);
            case I32 -> signed(32);
            case I64 -> signed(64);
            case U64 -> new BigInteger(Long.toUnsignedString(signed(64)));
            case U8 -> unsigned(8);
            case U16 -> unsigned(16);
            case U32 -> unsigned(32);
            case F32 -> random.nextFloat();
            case F64 -> random.nextDouble();
            case STRING -> "x".repeat(length(max));
            case BYTES -> Bytes.of(new byte[length(max)]);
            case UUID -> new UUID(random.nextLong(), random.nextLong());
            case TIMESTAMP -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case DURATION -> Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
            case DECIMAL -> new BigDecimal(new BigInteger(90, random), random.nextInt(20) - 10);
        };
    }

    private long signed(int bits) {
        long value = random.nextLong() >> (64 - bits);
        return random.nextBoolean() ? value : random.nextInt(4) - 2;
    }

    private long unsigned(int bits) {
        return signed(bits) & (-1L >>> (64 - bits));
    }

    private int length(@Nullable Long max) {
        int most = (int) Math.min(LONGEST, max == null ? LONGEST : max);
        return random.nextBoolean() ? most : random.nextInt(most + 1);
    }
}
