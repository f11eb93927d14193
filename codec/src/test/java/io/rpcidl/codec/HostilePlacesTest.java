package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.rpcidl.codec.Place.Placed;
import io.rpcidl.codec.sample.Line;
import io.rpcidl.codec.sample.Node;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.MalformedDataException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows A01 to A10, A20 and A21 of the catalogue of hostile inputs, each in every place where a value can stand. */
class HostilePlacesTest {

    private static final long ALLOWANCE = 64 << 10;
    private static final List<HostileValue> VALUES = HostileValues.all().toList();

    @ParameterizedTest
    @EnumSource(Place.class)
    void refusesEverywhere(Place place) {
        SoftAssertions all = new SoftAssertions();
        for (HostileValue value : VALUES) {
            if (place.takes(value.codec().kind())) {
                all.check(() -> check(place, value));
            }
        }
        all.assertAll();
    }

    @Test
    void refusesAtTheTop() {
        SoftAssertions all = new SoftAssertions();
        for (HostileValue value : VALUES) {
            if (value.codec() instanceof StructCodec<?> struct) {
                byte[] message = Octets.of(value.octets());
                all.check(() -> check(new Placed(struct, message, 0), struct.name(), value));
            }
        }
        all.assertAll();
    }

    private static void check(Place place, HostileValue value) {
        Placed placed = place.put(value.codec(), value.octets());
        if (value.schema() && !place.known()) {
            placed.codec().decode(placed.message());
        } else {
            check(placed, place.path(), value);
        }
    }

    private static void check(Placed placed, String path, HostileValue value) {
        MalformedDataException problem = refuse(placed);
        assertThat(problem.clause()).as("%s: %s", value, problem).isEqualTo(value.clause());
        assertThat(problem.path()).as("%s: %s", value, problem).startsWith(path);
        // The problem is found inside the value, and in the first octets of whatever is too long.
        int found = problem.offset() - placed.at();
        assertThat(found)
                .as("%s: %s", value, problem)
                .isBetween(0, Math.min(80, placed.message().length - placed.at()));
        long before = allocated();
        refuse(placed);
        assertThat(allocated() - before).as(value.row()).isLessThan(2L * placed.message().length + ALLOWANCE);
    }

    private static MalformedDataException refuse(Placed placed) {
        MalformedDataException problem = catchThrowableOfType(
                MalformedDataException.class, () -> placed.codec().decode(placed.message()));
        assertThat(problem).as("refusal").isNotNull();
        return problem;
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    /** Whatever stands in a place, its own kind is checked against the schema where the schema knows it. */
    @ParameterizedTest
    @EnumSource(Place.class)
    void refusesAnotherKind(Place place) {
        for (Codec<?> codec : List.of(Codecs.I8, Codecs.STRING, Codecs.UUID)) {
            if (!place.known()) {
                continue;
            }
            for (Kind other : Kind.values()) {
                Placed placed = place.put(codec, "00".repeat(16));
                byte[] message = placed.message();
                int at = kindAt(place, placed, codec.kind());
                message[at] = (byte) (message[at] & 0xF0 | other.code());
                if (other != codec.kind()) {
                    assertThat(refuse(placed).clause()).isIn("W-3.8", "W-3.17");
                }
            }
        }
    }

    /** The octet that tells the kind of the value. */
    private static int kindAt(Place place, Placed placed, Kind kind) {
        int at = placed.at();
        do {
            at--;
        } while ((placed.message()[at] & 0xF) != kind.code()
                || (place == Place.KEY && at > 2)
                || (place == Place.NEWER_UNIFORM_ITEM && at > 5));
        return at;
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void keepsTheBitsOfFloatingPoint(Place place) {
        // A21: the payload and the sign of a NaN, and minus zero.
        for (String octets : List.of("0100A07F", "DEADBEFF", "00000080")) {
            rewrite(place, Codecs.F32, octets);
        }
        for (String octets : List.of("010000000000F47F", "EFBEADDEEFBEFDFF", "0000000000000080")) {
            rewrite(place, Codecs.F64, octets);
        }
    }

    private static void rewrite(Place place, Codec<?> codec, String octets) {
        if (place.takes(codec.kind())) {
            Placed placed = place.put(codec, octets);
            byte[] written = rewritten(placed.codec(), placed.message());
            if ((place.known() && place != Place.NEWER_UNIFORM_ITEM)
                    || place == Place.UNKNOWN_VARIANT
                    || place == Place.KEPT_FIELD) {
                assertThat(written).isEqualTo(placed.message());
            }
        }
    }

    private static <T> byte[] rewritten(StructCodec<T> codec, byte[] message) {
        return codec.encode(codec.decode(message));
    }

    /** The harness itself: what is legal is read in each place, so that refusals are due to the value alone. */
    @ParameterizedTest
    @EnumSource(Place.class)
    void readsLegalValues(Place place) {
        read(place, Codecs.BOOL, "01");
        read(place, Codecs.STRING, "02 C3A9");
        read(place, Codecs.BYTES, "01 FF");
        read(place, Codecs.UUID, "00".repeat(16));
        read(place, Codecs.list(Codecs.I64), "05 00");
        read(place, Codecs.list(Line.CODEC), "1D 01 03 19 14 1C" + "00".repeat(20) + "03 0000 00");
        read(place, Codecs.map(Codecs.I8, Codecs.I8), "02 02 01 00 00");
        read(place, Node.CODEC, "02 12 2E 07 0D 00");
        read(place, Payment.CODEC, "01 2B 00");
    }

    private static void read(Place place, Codec<?> codec, String octets) {
        if (place.takes(codec.kind())) {
            Placed placed = place.put(codec, octets);
            placed.codec().decode(placed.message());
        }
    }

    @Test
    void hasEachRow() {
        for (String row : List.of("A01", "A02", "A03", "A06", "A08", "A09", "A10", "A15", "A20", "A21")) {
            assertThat(VALUES).anyMatch(value -> value.row().startsWith(row));
        }
    }
}
