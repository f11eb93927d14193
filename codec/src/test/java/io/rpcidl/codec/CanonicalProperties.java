package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.sample.RandomValues;
import io.rpcidl.codec.sample.RandomValues.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Equal values have equal octets in canonical form, and different values have different ones (W-3.26). */
class CanonicalProperties {

    private static final StructCodec<Map<Long, Set<Byte>>> NESTED =
            Codecs.result(Codecs.map(Codecs.U64, Codecs.set(Codecs.I8)));
    private static final StructCodec<Map<String, List<Double>>> FLOATS =
            Codecs.result(Codecs.map(Codecs.STRING, Codecs.list(Codecs.F64)));

    @Property(tries = 200)
    void isAFormOfTheValue(@ForAll("samples") Sample<?> sample) {
        assertStable(sample);
    }

    private static <T> void assertStable(Sample<T> sample) {
        byte[] canonical = sample.codec().canonical(sample.value());
        T again = sample.codec().decode(canonical);
        assertThat(again).isEqualTo(sample.value());
        assertThat(sample.codec().canonical(again)).isEqualTo(canonical);
        assertThat(canonical).hasSameSizeAs(sample.message());
    }

    @Property(tries = 200)
    void doesNotDependOnTheOrderOfInsertion(@ForAll("nested") Map<Long, Set<Byte>> map, @ForAll Random random) {
        Map<Long, Set<Byte>> other = new LinkedHashMap<>();
        for (Long key : shuffled(map.keySet(), random)) {
            other.put(key, new LinkedHashSet<>(shuffled(map.getOrDefault(key, Set.of()), random)));
        }
        assertThat(other).isEqualTo(map);
        byte[] canonical = NESTED.canonical(map);
        assertThat(NESTED.canonical(other)).isEqualTo(canonical);
        assertThat(NESTED.decode(canonical)).isEqualTo(map);
    }

    @Property(tries = 500)
    void isEqualExactlyWhenValuesAre(
            @ForAll("floats") Map<String, List<Double>> one, @ForAll("floats") Map<String, List<Double>> other) {
        byte[] canonical = FLOATS.canonical(one);
        assertThat(Arrays.equals(canonical, FLOATS.canonical(other))).isEqualTo(one.equals(other));
        // What is read holds its numbers packed, and what was made here boxed.
        assertThat(FLOATS.canonical(FLOATS.decode(FLOATS.encode(one)))).isEqualTo(canonical);
    }

    @Property(tries = 500)
    void ordersTextsAsTheirOctets(@ForAll("texts") String one, @ForAll("texts") String other) {
        int expected =
                Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(CanonicalOrder.compareTexts(one, other))).isEqualTo(Integer.signum(expected));
    }

    private static <T> List<T> shuffled(Set<T> values, Random random) {
        List<T> list = new ArrayList<>(values);
        Collections.shuffle(list, random);
        return list;
    }

    @Provide
    Arbitrary<Sample<?>> samples() {
        return RandomValues.samples();
    }

    @Provide
    Arbitrary<String> texts() {
        return RandomValues.texts();
    }

    @Provide
    Arbitrary<Map<Long, Set<Byte>>> nested() {
        Arbitrary<Set<Byte>> sets = Arbitraries.bytes().set().ofMaxSize(6);
        return Arbitraries.maps(Arbitraries.longs(), sets).ofMaxSize(6);
    }

    /** Few values, so that equal ones meet. */
    @Provide
    Arbitrary<Map<String, List<Double>>> floats() {
        Arbitrary<Double> numbers =
                Arbitraries.of(0.0, -0.0, Double.NaN, Double.longBitsToDouble(0xFFF8_0000_0000_0007L));
        return Arbitraries.maps(Arbitraries.of("a", "b"), numbers.list().ofMaxSize(2))
                .ofMaxSize(2);
    }
}
