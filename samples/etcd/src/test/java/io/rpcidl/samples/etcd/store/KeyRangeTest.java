package io.rpcidl.samples.etcd.store;

import static io.rpcidl.samples.etcd.store.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.value.Bytes;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeyRangeTest {

    @Test
    void oneKeyIsNotTheKeyBehindIt() {
        KeyRange range = KeyRange.one(octets("a"));

        assertThat(range.contains(octets("a"))).isTrue();
        assertThat(range.contains(octets("a\0"))).isFalse();
        assertThat(range.contains(octets("Z"))).isFalse();
    }

    @Test
    void spanLeavesOutItsEnd() {
        KeyRange range = KeyRange.span(octets("b"), octets("d"));

        assertThat(range.contains(octets("a"))).isFalse();
        assertThat(range.contains(octets("b"))).isTrue();
        assertThat(range.contains(octets("czzz"))).isTrue();
        assertThat(range.contains(octets("d"))).isFalse();
    }

    @Test
    void prefixEndsBehindTheLastKeyThatBeginsWithIt() {
        KeyRange range = KeyRange.prefix(octets("ab"));

        assertThat(range.contains(octets("aa"))).isFalse();
        assertThat(range.contains(octets("ab"))).isTrue();
        assertThat(range.contains(octets("ab\u007f"))).isTrue();
        assertThat(range.contains(octets("ac"))).isFalse();
    }

    @Test
    void prefixOfHighestOctetsHasNoEnd() {
        Bytes highest = Bytes.of((byte) 0xff, (byte) 0xff);

        assertThat(KeyRange.prefix(highest).until()).isNull();
        assertThat(KeyRange.prefix(Bytes.of((byte) 'a', (byte) 0xff)).until()).isEqualTo(octets("b"));
    }

    @Test
    void octetsAreUnsigned() {
        KeyRange range = KeyRange.startingAt(Bytes.of((byte) 0x7f));

        assertThat(range.contains(Bytes.of((byte) 0x80))).isTrue();
        assertThat(range.contains(Bytes.of((byte) 0x7e))).isFalse();
    }

    @Test
    void spanThatEndsBeforeItBeginsIsEmpty() {
        TreeMap<Bytes, String> map = new TreeMap<>();
        map.put(octets("b"), "b");

        assertThat(KeyRange.span(octets("c"), octets("a")).of(map)).isEmpty();
        assertThat(KeyRange.span(octets("b"), octets("b")).of(map)).isEmpty();
        assertThat(KeyRange.all().of(map)).hasSize(1);
    }
}
