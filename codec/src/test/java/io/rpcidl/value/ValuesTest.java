package io.rpcidl.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void copiesWhatOthersCanChange() {
        List<String> list = new ArrayList<>(List.of("a"));
        Set<String> set = new LinkedHashSet<>(list);
        Map<String, String> map = new LinkedHashMap<>(Map.of("a", "b"));
        List<String> listCopy = Values.list(list, "list");
        Set<String> setCopy = Values.set(set, "set");
        Map<String, String> mapCopy = Values.map(map, "map");
        list.clear();
        set.clear();
        map.clear();
        assertThat(listCopy).containsExactly("a");
        assertThat(setCopy).containsExactly("a");
        assertThat(mapCopy).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void passesItsOwnAsTheyAre() {
        List<String> list = Values.list(List.of("a"), "list");
        List<Integer> numbers = Values.list(List.of(1), "numbers");
        Set<String> set = Values.set(Set.of("a"), "set");
        Map<String, String> map = Values.map(Map.of("a", "b"), "map");
        assertThat(Values.list(list, "again")).isSameAs(list);
        assertThat(Values.list(numbers, "again")).isSameAs(numbers);
        assertThat(Values.set(set, "again")).isSameAs(set);
        assertThat(Values.map(map, "again")).isSameAs(map);
    }

    @Test
    void keepsTheOrder() {
        List<String> order = List.of("z", "a", "m", "b", "y");
        Map<String, Integer> map = new LinkedHashMap<>();
        order.forEach(key -> map.put(key, 1));
        assertThat(Values.set(order, "set")).containsExactlyElementsOf(order);
        assertThat(Values.map(map, "map").keySet()).containsExactlyElementsOf(order);
    }

    @Test
    void refusesNullAndNamesTheField() {
        assertThatNullPointerException()
                .isThrownBy(() -> Values.list(Arrays.asList("a", null), "Order.lines"))
                .withMessage("an element of Order.lines is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Values.set(Collections.singleton(null), "tags"))
                .withMessage("an element of tags is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Values.map(Collections.singletonMap(null, 1), "map"))
                .withMessage("a key of map is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Values.map(Collections.singletonMap(1, null), "map"))
                .withMessage("a value of map is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Values.required(null, "Line.quantity"))
                .withMessage("Line.quantity is required");
    }

    @Test
    void cannotBeChanged() {
        for (Collection<Integer> collection : List.<Collection<Integer>>of(
                Values.list(List.of(1, 2), "numbers"),
                Values.set(Set.of(1), "set"),
                Values.map(Map.of(1, 2), "map").values(),
                Values.map(Map.of(1, 2), "map").keySet())) {
            assertUnsupported(() -> collection.add(3));
            assertUnsupported(() -> collection.remove(1));
            assertUnsupported(collection::clear);
            assertUnsupported(() -> removeFirst(collection));
        }
        List<String> texts = Values.list(List.of("a", "b"), "texts");
        assertUnsupported(() -> texts.set(0, "c"));
        assertUnsupported(() -> texts.sort(null));
        Map<Integer, Integer> map = Values.map(Map.of(1, 2), "map");
        assertUnsupported(() -> map.put(1, 3));
        assertUnsupported(() -> map.remove(7));
        assertUnsupported(() -> map.entrySet().iterator().next().setValue(9));
        assertUnsupported(map::clear);
    }

    private static void removeFirst(Collection<?> collection) {
        var iterator = collection.iterator();
        iterator.next();
        iterator.remove();
    }

    private static void assertUnsupported(Runnable change) {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change::run);
    }

    @Test
    void isNotFooledByACollectionThatKeepsItsArray() {
        Object[] kept = {"a"};
        Collection<String> hostile = new ArrayList<>(List.of("a")) {
            private static final long serialVersionUID = 1;

            @Override
            public Object[] toArray() {
                return kept;
            }
        };
        List<String> copy = Values.list(hostile, "list");
        kept[0] = "changed";
        assertThat(copy).containsExactly("a");
    }

    @Test
    void holdsNumbersOfOneClassPacked() {
        assertThat(Values.list(List.of(1, -2), "numbers"))
                .isInstanceOf(PackedList.class)
                .containsExactly(1, -2);
        assertThat(Values.list(List.of(1L, Long.MIN_VALUE), "numbers"))
                .isInstanceOf(PackedList.class)
                .containsExactly(1L, Long.MIN_VALUE);
        assertThat(Values.list(List.of((byte) -1), "numbers"))
                .isInstanceOf(PackedList.class)
                .containsExactly((byte) -1);
        assertThat(Values.list(List.of((short) -1), "numbers")).containsExactly((short) -1);
        assertThat(Values.list(List.of(-0.0f, Float.NaN), "numbers")).containsExactly(-0.0f, Float.NaN);
        assertThat(Values.list(List.of(-0.0, Double.NaN), "numbers")).containsExactly(-0.0, Double.NaN);
        assertThat(Values.list(List.of(true, false), "truths")).containsExactly(true, false);
        List<Number> mixed = Values.list(List.<Number>of(1, 2L), "mixed");
        assertThat(mixed).containsExactly(1, 2L).isNotInstanceOf(PackedList.class);
        assertThat(Values.list(List.of(), "empty")).isEmpty();
    }

    @Test
    void equalsOtherListsWithTheSameElements() {
        List<Integer> numbers = Values.list(List.of(1, 2), "numbers");
        assertThat(numbers).isEqualTo(List.of(1, 2)).hasSameHashCodeAs(List.of(1, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> numbers.get(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> numbers.get(-1));
    }

    @Test
    void checksRangesWithoutShowingTheValue() {
        assertThat(Values.requireU8(255, "u8")).isEqualTo(255);
        assertThat(Values.requireU16(65_535, "u16")).isEqualTo(65_535);
        assertThat(Values.requireU32(0xFFFF_FFFFL, "u32")).isEqualTo(0xFFFF_FFFFL);
        for (int wrong : new int[] {-1, 65_536}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Values.requireU8(wrong, "u8"));
            assertThatIllegalArgumentException().isThrownBy(() -> Values.requireU16(wrong, "u16"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Values.requireU8(256, "u8"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.requireU32(0x1_0000_0000L, "Line.quantity"))
                .withMessage("Line.quantity must be 0 to 4,294,967,295");
    }

    @Test
    void buildersDoNotChangeWhatTheyBuilt() {
        ListBuilder<String> list = new ListBuilder<>(0);
        list.add("a");
        list.add("b");
        assertThat(list.build()).containsExactly("a", "b");
        SetBuilder<String> set = new SetBuilder<>(1);
        assertThat(set.add("a")).isTrue();
        assertThat(set.add("a")).isFalse();
        assertThat(set.build()).containsExactly("a");
        MapBuilder<String, Integer> map = new MapBuilder<>(1);
        assertThat(map.put("a", 1)).isTrue();
        assertThat(map.put("a", 2)).isFalse();
        assertThat(map.build()).isEqualTo(Map.of("a", 1));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> list.add("c"));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> set.add("c"));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> map.put("c", 1));
    }
}
