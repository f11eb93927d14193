package io.rpcidl.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class WireProperties {

    @Property(tries = 300)
    void readsWhatItWroteAtEveryCapacity(@ForAll @Size(max = 300) List<Long> numbers) {
        WireWriter out = new WireWriter(1 << 20);
        for (long number : numbers) {
            write(out, number);
        }
        WireReader in = new WireReader();
        byte[] octets = out.toByteArray();
        in.wrap(octets, 0, octets.length);
        List<Long> read = new ArrayList<>();
        for (long number : numbers) {
            read.add(read(in, number));
        }
        assertThat(read).isEqualTo(numbers);
        assertThat(in.remaining()).isZero();
    }

    /** The number decides its form, so that forms of all widths meet the end of the array. */
    private static void write(WireWriter out, long number) {
        switch ((int) Math.floorMod(number, 7L)) {
            case 0 -> out.i64(number);
            case 1 -> out.text(Long.toString(number), 100);
            case 2 -> {
                out.octet((int) (number >> 56));
                out.i32((int) (number >> 24));
                out.i16((short) (number >> 8));
                out.i8((byte) number);
            }
            case 3 -> {
                out.varint((int) (number >> 32));
                out.u32(number & 0xFFFF_FFFFL);
            }
            case 4 -> {
                out.bool(number < 0);
                out.u64(number);
            }
            case 5 -> {
                out.u16((int) (number >>> 48));
                out.u16((int) (number >>> 32) & 0xFFFF);
                out.varint((int) number);
            }
            default -> {
                byte[] octets = Long.toString(number).repeat(20).getBytes(StandardCharsets.US_ASCII);
                out.varint(octets.length);
                out.octets(octets, 0, octets.length);
                out.u64(number);
            }
        }
    }

    private static long read(WireReader in, long expected) {
        return switch ((int) Math.floorMod(expected, 7L)) {
            case 0 -> in.i64();
            case 1 -> Long.parseLong(in.text(in.length()));
            case 2 ->
                ((long) in.octet() << 56)
                        | ((in.i32() & 0xFFFF_FFFFL) << 24)
                        | ((in.i16() & 0xFFFFL) << 8)
                        | (in.i8() & 0xFF);
            case 3 -> (in.varint() << 32) | in.u32();
            case 4 -> in.bool() ? in.u64() : in.u64();
            case 5 -> ((long) in.u16() << 48) | ((long) in.u16() << 32) | in.varint();
            default -> {
                in.octets(in.length());
                yield in.u64();
            }
        };
    }

    @Property(tries = 300)
    void refusesEveryReadBehindTheEnd(@ForAll @Size(max = 7) byte[] octets) {
        WireReader in = new WireReader();
        in.wrap(octets, 0, octets.length);
        assertThatExceptionOfType(MalformedDataException.class).isThrownBy(in::i64);
        assertThat(in.offset()).isZero();
        in.advance(octets.length);
        for (Runnable read : List.<Runnable>of(in::i8, in::i16, in::i32, in::u16, in::u32, in::bool, in::varint)) {
            assertThatExceptionOfType(MalformedDataException.class)
                    .isThrownBy(read::run)
                    .extracting(MalformedDataException::offset)
                    .isEqualTo(octets.length);
        }
    }

    @Property(tries = 100)
    void writesNoMoreThanTheLimit(@ForAll @Size(max = 100) byte[] octets) {
        WireWriter out = new WireWriter(1_000);
        assertThatExceptionOfType(UnencodableValueException.class).isThrownBy(() -> {
            while (out.size() < 1_000_000) {
                out.octets(octets, 0, octets.length);
                out.i64(0);
            }
        });
        assertThat(out.size()).isLessThan(3_000);
        out.clear(8);
        out.i64(1);
        assertThat(out.toByteArray()).hasSize(8);
    }

    @Example
    void handsOutALargeArrayThatIsFull() {
        WireWriter out = new WireWriter(1 << 20);
        byte[] large = new byte[200_000];
        Arrays.fill(large, (byte) 7);
        for (int more : new int[] {0, 1}) { // the second message leaves room in the array
            out.clear(1 << 20);
            out.octets(large, 0, large.length);
            for (int i = 0; i < more; i++) {
                out.octet(7);
            }
            byte[] own = out.array();
            byte[] taken = out.take();
            assertThat(taken).hasSize(large.length + more).containsOnly(7);
            assertThat(taken == own).isEqualTo(more == 0);
            assertThat(out.size()).isZero();
            out.octet(9); // writes to another array
            assertThat(taken[0]).isEqualTo((byte) 7);
            assertThat(out.take()).containsExactly(9);
        }
    }
}
