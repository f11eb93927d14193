package io.rpcidl.codec;

import io.rpcidl.value.Bytes;
import io.rpcidl.value.EnumValue;
import io.rpcidl.value.Kind;
import io.rpcidl.value.PackedList.Element;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The codecs of the language's own types, and those of collections and of implicit structs. */
public final class Codecs {

    public static final Codec<Boolean> BOOL = ScalarCodec.packed(Kind.BOOL, Element.BOOL, Encoder::bool, Decoder::bool);
    public static final Codec<Byte> I8 = ScalarCodec.packed(Kind.INT8, Element.I8, Encoder::i8, Decoder::i8);
    public static final Codec<Short> I16 = ScalarCodec.packed(Kind.INT16, Element.I16, Encoder::i16, Decoder::i16);
    public static final Codec<Integer> I32 = ScalarCodec.packed(Kind.INT32, Element.I32, Encoder::i32, Decoder::i32);
    public static final Codec<Long> I64 = ScalarCodec.packed(Kind.INT64, Element.I64, Encoder::i64, Decoder::i64);
    public static final Codec<Integer> U8 = ScalarCodec.packed(Kind.INT8, Element.U8, Encoder::u8, Decoder::u8);
    public static final Codec<Integer> U16 = ScalarCodec.packed(Kind.INT16, Element.U16, Encoder::u16, Decoder::u16);
    public static final Codec<Long> U32 = ScalarCodec.packed(Kind.INT32, Element.U32, Encoder::u32, Decoder::u32);
    /** All 64 bits, which the program takes as unsigned. */
    public static final Codec<Long> U64 = ScalarCodec.<Long>packed(Kind.INT64, Element.I64, Encoder::u64, Decoder::u64)
            .orderedBy(Long::compareUnsigned);

    public static final Codec<Float> F32 = ScalarCodec.packed(Kind.FLOAT32, Element.F32, Encoder::f32, Decoder::f32);
    public static final Codec<Double> F64 = ScalarCodec.packed(Kind.FLOAT64, Element.F64, Encoder::f64, Decoder::f64);
    public static final Codec<String> STRING = new StringCodec(Integer.MAX_VALUE);
    public static final Codec<Bytes> BYTES = new BytesCodec(Integer.MAX_VALUE);
    public static final Codec<UUID> UUID =
            ScalarCodec.<UUID>of(Kind.UUID, Encoder::uuid, Decoder::uuid).orderedBy(CanonicalOrder::compareUuids);
    public static final Codec<Instant> TIMESTAMP = ScalarCodec.of(Kind.TIME, Encoder::timestamp, Decoder::timestamp);
    public static final Codec<Duration> DURATION = ScalarCodec.of(Kind.TIME, Encoder::duration, Decoder::duration);
    public static final Codec<BigDecimal> DECIMAL = ScalarCodec.of(Kind.BYTES, Encoder::decimal, Decoder::decimal);

    /** No parameters. */
    public static final StructCodec<Empty> EMPTY = new EmptyCodec();

    /** The result of a method that returns nothing: read as null. */
    public static final StructCodec<@Nullable Void> NOTHING = new NothingCodec();

    private Codecs() {}

    /** Lists of the values; numbers are held without boxing. */
    public static <E> Codec<List<E>> list(Codec<E> element) {
        return list(element, Integer.MAX_VALUE);
    }

    /** Lists of at most so many values. */
    public static <E> Codec<List<E>> list(Codec<E> element, long maximum) {
        checkMaximum(maximum);
        if (element instanceof ScalarCodec<E> scalar) {
            Element packed = scalar.packed();
            if (packed != null) {
                return new PackedListCodec<>(element, packed, maximum);
            }
        }
        return new ListCodec<>(element, maximum);
    }

    /**
     * Sets of the values.
     *
     * @throws IllegalArgumentException if values of this kind can't be elements of a set
     */
    public static <E> Codec<Set<E>> set(Codec<E> element) {
        return set(element, Integer.MAX_VALUE);
    }

    /** Sets of at most so many values. */
    public static <E> Codec<Set<E>> set(Codec<E> element, long maximum) {
        checkMaximum(maximum);
        checkKey(element, "an element of a set");
        return new SetCodec<>(element, maximum);
    }

    /**
     * Maps of the keys and values.
     *
     * @throws IllegalArgumentException if values of this kind can't be keys
     */
    public static <K, V> Codec<Map<K, V>> map(Codec<K> key, Codec<V> value) {
        return map(key, value, Integer.MAX_VALUE);
    }

    /** Maps of at most so many entries. */
    public static <K, V> Codec<Map<K, V>> map(Codec<K> key, Codec<V> value, long maximum) {
        checkMaximum(maximum);
        checkKey(key, "a key of a map");
        return new MapCodec<>(key, value, maximum);
    }

    /**
     * The same values, but none longer than {@code @max}: octets of a string (in UTF-8) or of bytes, elements of a list or set,
     * entries of a map.
     *
     * @throws IllegalArgumentException if values of this kind have no length
     */
    public static <T> Codec<T> limited(Codec<T> codec, long maximum) {
        checkMaximum(maximum);
        return codec.limited(maximum);
    }

    /** An open enum; {@code of} gives a value for every number from 0 to 65,535. */
    public static <T extends EnumValue> Codec<T> enumeration(IntFunction<T> of) {
        return ScalarCodec.<T>of(
                        Kind.ENUM, (out, value) -> out.enumNumber(value.number()), in -> of.apply(in.enumNumber()))
                .orderedBy(Comparator.comparingInt(EnumValue::number));
    }

    /**
     * A closed enum, which refuses other numbers.
     *
     * @param lookup gives the value with a number, or null when the enum has none
     * @param type the name of the enum, for messages
     */
    public static <T extends EnumValue> Codec<T> closedEnumeration(IntFunction<@Nullable T> lookup, String type) {
        return ScalarCodec.<T>of(
                        Kind.ENUM, (out, value) -> out.enumNumber(value.number()), in -> in.closedEnum(lookup, type))
                .orderedBy(Comparator.comparingInt(EnumValue::number));
    }

    /** A named type: the values of another one in a class of their own. */
    public static <B, T> Codec<T> named(Codec<B> base, Function<B, T> wrap, Function<T, B> unwrap) {
        return new NamedCodec<>(base, wrap, unwrap);
    }

    /**
     * Stands in for a codec that is asked for when it is first used. Only for types that hold each other, whose classes would
     * otherwise need each other while they are initialised.
     */
    public static <T> Codec<T> deferred(Supplier<? extends Codec<T>> codec) {
        return new DeferredCodec<>(codec);
    }

    /** The implicit struct of a result, or of an item of a stream. */
    public static <R> StructCodec<R> result(Codec<R> codec) {
        return new OnlyFieldCodec<>("result", 1, "result", codec);
    }

    /**
     * The implicit struct of a method's only parameter.
     *
     * @param method what messages call the method, like {@code Orders.get}
     * @param number of the parameter
     * @param name of the parameter
     */
    public static <P> StructCodec<P> parameter(String method, int number, String name, Codec<P> codec) {
        return new OnlyFieldCodec<>(method, number, name, codec);
    }

    /** The implicit struct of an optional result. */
    public static <R> StructCodec<@Nullable R> optionalResult(Codec<R> codec) {
        return new OptionalResultCodec<>(codec);
    }

    private static void checkMaximum(long maximum) {
        if (maximum < 0) {
            throw new IllegalArgumentException("a maximum must not be negative");
        }
    }

    private static void checkKey(Codec<?> codec, String what) {
        if (!codec.kind().key()) {
            throw new IllegalArgumentException(codec.kind() + " can't be " + what);
        }
    }
}
