package io.rpcidl.compiler.generate.java;

import io.rpcidl.codec.Empty;
import io.rpcidl.codec.UnknownFields;
import io.rpcidl.value.Bytes;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of generated types, made through their builders and constructors by reflection. */
final class RandomValues {

    private static final int DEEPEST = 4;

    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    Object of(Type type) {
        return of(type, 0);
    }

    private Object of(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return collection((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), depth);
        }
        Class<?> raw = (Class<?>) type;
        Object simple = simple(raw);
        if (simple != null) {
            return simple;
        }
        try {
            return generated(raw, depth);
        } catch (InvocationTargetException problem) {
            throw new AssertionError("no value of " + raw, problem.getCause());
        } catch (ReflectiveOperationException problem) {
            throw new AssertionError("no value of " + raw, problem);
        }
    }

    private Object collection(Class<?> raw, Type[] arguments, int depth) {
        int size = depth >= DEEPEST ? 0 : random.nextInt(3);
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(of(arguments[0], depth + 1), of(arguments[1], depth + 1));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(of(arguments[0], depth + 1));
        }
        return raw == Set.class ? new LinkedHashSet<>(list) : list;
    }

    private Object generated(Class<?> type, int depth) throws ReflectiveOperationException {
        if (type == UnknownFields.class) {
            return UnknownFields.EMPTY;
        }
        if (type.isSealed()) {
            return variant(type, depth);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        Method of = find(type, "of");
        if (of != null) {
            return of.invoke(null, random.nextInt(6));
        }
        Method builder = find(type, "builder");
        if (builder == null) {
            return construct(type, depth);
        }
        Object built = builder.invoke(null);
        for (Method setter : built.getClass().getMethods()) {
            if (setter.getReturnType() == built.getClass() && !convenience(setter)) {
                boolean optional = setter.getAnnotatedParameterTypes()[0].isAnnotationPresent(Nullable.class);
                if (!optional || (depth < DEEPEST && random.nextBoolean())) {
                    setter.invoke(built, of(setter.getGenericParameterTypes()[0], depth + 1));
                }
            }
        }
        return built.getClass().getMethod("build").invoke(built);
    }

    /** Whether a setter takes a plain number where another one takes null too. */
    private static boolean convenience(Method setter) {
        return setter.getParameterTypes()[0].isPrimitive()
                && Arrays.stream(setter.getDeclaringClass().getMethods())
                        .anyMatch(other -> other.getName().equals(setter.getName()) && !other.equals(setter));
    }

    private Object variant(Class<?> union, int depth) throws ReflectiveOperationException {
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> variant : union.getPermittedSubclasses()) {
            if (variant.isRecord()) {
                records.add(variant);
            }
        }
        // the last variants of recursive unions have no value, so deep values end
        int at = depth >= DEEPEST ? records.size() - 1 : random.nextInt(records.size());
        return construct(records.get(at), depth);
    }

    private Object construct(Class<?> type, int depth) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] arguments = new Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = of(constructor.getGenericParameterTypes()[i], depth + 1);
        }
        return constructor.newInstance(arguments);
    }

    private static @Nullable Method find(Class<?> type, String name) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name) && Modifier.isStatic(method.getModifiers())) {
                return method;
            }
        }
        return null;
    }

    private @Nullable Object simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> random.nextBoolean();
            case "byte", "Byte" -> (byte) random.nextInt();
            case "short", "Short" -> (short) random.nextInt();
            // unsigned and signed numbers share these: small enough for each of them
            case "int", "Integer" -> random.nextInt(256);
            case "long", "Long" -> random.nextLong(1L << 32);
            case "float", "Float" -> Float.intBitsToFloat(random.nextInt());
            case "double", "Double" -> Double.longBitsToDouble(random.nextLong());
            case "String" -> "text \u00e9\u20ac\ud83d\ude00 ".substring(random.nextInt(5)) + random.nextInt(1000);
            case "Bytes" -> Bytes.of(new byte[random.nextInt(5)]);
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "Instant" -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case "Duration" -> Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
            case "BigDecimal" -> new BigDecimal(new BigInteger(100, random), random.nextInt(20) - 10);
            case "Empty" -> Empty.INSTANCE;
            default -> null;
        };
    }
}
