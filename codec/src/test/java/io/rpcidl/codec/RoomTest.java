package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows A02 to A04 of the catalogue of hostile inputs: counts that the octets can just hold, and a mistake as soon as room was
 * made for them. What is refused takes at most twice the input and 64 KiB, also when it is read a second time for its path.
 */
class RoomTest {

    private static final long ALLOWANCE = 64 << 10;

    /** Messages of at most 64 KiB are read again for the path of their problem. */
    private static final int LARGEST_READ_TWICE = (64 << 10) - 16;

    static Stream<Arguments> collections() {
        return Stream.of(1_000, LARGEST_READ_TWICE, 1 << 20)
                .flatMap(size -> Stream.of(
                        Arguments.of("list of strings", Codecs.list(Codecs.STRING), size, "0B", 1),
                        Arguments.of("list of structs", Codecs.list(Codecs.EMPTY), size, "0D", 1),
                        Arguments.of("list of lists", Codecs.list(Codecs.list(Codecs.I8)), size, "0E", 2),
                        Arguments.of("set of strings", Codecs.set(Codecs.STRING), size, "0B", 1),
                        Arguments.of("set of numbers", Codecs.set(Codecs.I8), size, "02", 1),
                        Arguments.of("map", Codecs.map(Codecs.I8, Codecs.I8), size, "02 02", 2),
                        Arguments.of("map of strings", Codecs.map(Codecs.STRING, Codecs.STRING), size, "0B 0B", 2)));
    }

    @ParameterizedTest(name = "{0}, {2} octets")
    @MethodSource("collections")
    void makesRoomInProportionToTheInput(String name, Codec<?> codec, int size, String head, int least) {
        byte[] value = filled(size, Octets.of(head), least);
        assertBounded(codec, value);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, LARGEST_READ_TWICE, 900_000})
    void makesRoomInProportionToTheInputForElementsOfOneShape(int size) {
        byte[] rest = new byte[size];
        Arrays.fill(rest, (byte) 0xFF);
        byte[] bools = Octets.join(Octets.of("1D"), varint(size), Octets.of("01 11"), rest);
        assertBounded(Codecs.list(Codecs.result(Codecs.BOOL)), bools);
    }

    /** All octets behind the count are 0xFF, which is no value, or the second one is the first again. */
    private static byte[] filled(int size, byte[] head, int least) {
        byte[] rest = new byte[size];
        Arrays.fill(rest, (byte) 0xFF);
        return Octets.join(head, varint(size / least), rest);
    }

    @ParameterizedTest
    @MethodSource("depths")
    void makesRoomInProportionToTheInputForNestedCollections(int depth, int share, int size) {
        Codec<?> lists = Codecs.STRING;
        Codec<?> maps = Codecs.STRING;
        for (int i = 0; i < depth; i++) {
            lists = Codecs.list(lists);
            maps = Codecs.map(Codecs.I8, maps);
        }
        assertBounded(lists, nested(depth, share, size, new byte[] {(byte) Kind.LIST.code()}, new byte[0], 2));
        byte[] map = {(byte) Kind.INT8.code(), (byte) Kind.MAP.code()};
        assertBounded(maps, nested(depth, share, size, map, new byte[] {1}, 4));
    }

    static Stream<Arguments> depths() {
        return Stream.of(2, 3, 8, 60)
                .flatMap(depth -> Stream.of(1, 2, 4, 8)
                        .flatMap(share -> Stream.of(
                                Arguments.of(depth, share, LARGEST_READ_TWICE), Arguments.of(depth, share, 1 << 20))));
    }

    /** Each level takes a share of what is left for its count. */
    private static byte[] nested(int depth, int share, int size, byte[] head, byte[] key, int least) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int left = size;
        for (int level = 1; level <= depth; level++) {
            int count = Math.max(1, (left - 8) / (least * share));
            byte[] kinds = head.clone();
            if (level == depth) {
                kinds[kinds.length - 1] = (byte) Kind.STRING.code();
            }
            whole.writeBytes(kinds);
            whole.writeBytes(varint(count));
            whole.writeBytes(key);
            left -= kinds.length + varint(count).length + key.length + (count - 1) * least;
        }
        byte[] rest = new byte[Math.max(0, size - whole.size())];
        Arrays.fill(rest, (byte) 0xFF);
        whole.writeBytes(rest);
        return whole.toByteArray();
    }

    private static void assertBounded(Codec<?> codec, byte[] value) {
        StructCodec<?> result = Codecs.result(codec);
        byte[] message = Octets.join(new byte[] {1, (byte) (0x10 | codec.kind().code())}, value);
        refuse(result, message);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        refuse(result, message);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThanOrEqualTo(2L * message.length + ALLOWANCE);
    }

    private static void refuse(StructCodec<?> codec, byte[] message) {
        assertThatExceptionOfType(MalformedDataException.class).isThrownBy(() -> codec.decode(message));
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int rest = value;
        for (; rest >= 0x80; rest >>>= 7) {
            octets.write(rest & 0x7F | 0x80);
        }
        octets.write(rest);
        return octets.toByteArray();
    }
}
