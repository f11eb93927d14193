package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.codec.sample.Node;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.codec.sample.Tangle;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows A11 to A13 of the catalogue of hostile inputs: depth 64 on every path, on a small stack. */
class DepthTest {

    private static final int SMALL_STACK = 256 << 10;

    /** How a level holds the next one. */
    enum Path {
        STRUCT {
            @Override
            byte[] around(byte[] inner) {
                return Octets.join(Octets.of("01 1D"), inner);
            }
        },
        UNIFORM_LIST {
            @Override
            byte[] around(byte[] inner) {
                // The struct's shape goes into the list, its values follow. Two levels.
                byte[] list = Octets.join(Octets.of("1D 01"), inner);
                return Octets.join(Octets.of("01 1E"), list);
            }

            @Override
            int levels() {
                return 2;
            }
        },
        LIST {
            @Override
            byte[] around(byte[] inner) {
                byte[] list = Octets.join(Octets.of("0D 01"), inner);
                return Octets.join(Octets.of("01 1E"), list);
            }

            @Override
            int levels() {
                return 2;
            }
        },
        MAP_VALUE {
            @Override
            byte[] around(byte[] inner) {
                byte[] map = Octets.join(Octets.of("02 0D 01 07"), inner);
                return Octets.join(Octets.of("01 1F"), map);
            }

            @Override
            int levels() {
                return 2;
            }
        };

        abstract byte[] around(byte[] inner);

        int levels() {
            return 1;
        }

        /** A message of so many levels, or one less when levels come in twos. */
        byte[] message(int depth) {
            byte[] message = Octets.of("00");
            if (this == UNIFORM_LIST) {
                message = Octets.of("01 11 00");
            }
            for (int level = 1; level + levels() <= depth; level += levels()) {
                message = around(message);
            }
            return message;
        }

        int reached(int depth) {
            return 1 + (depth - 1) / levels() * levels();
        }
    }

    @ParameterizedTest
    @EnumSource(Path.class)
    void skipsUnknownFieldsDownToTheDepth(Path path) {
        onSmallStack(() -> {
            for (int depth : new int[] {2, 63, 64, 65, 66, 1_000, 20_000}) {
                byte[] message = path.message(depth);
                if (path.reached(depth) <= 64) {
                    assertThat(Codecs.EMPTY.decode(message)).isEqualTo(Empty.INSTANCE);
                } else {
                    assertTooDeep(Codecs.EMPTY, message);
                }
            }
        });
    }

    @Test
    void readsAndWritesStructsDownToTheDepth() {
        onSmallStack(() -> {
            Node deepest = chain(63);
            Node read = Node.CODEC.decode(Node.CODEC.encode(deepest));
            // A12: the value survives all that is done with values.
            assertThat(read.equals(deepest)).isTrue();
            assertThat(read.hashCode()).isEqualTo(deepest.hashCode());
            assertThat(read.toString()).hasSizeGreaterThan(63);
            assertThatExceptionOfType(UnencodableValueException.class)
                    .isThrownBy(() -> Node.CODEC.encode(chain(64)))
                    .withMessageContaining("deeper than 64");
            assertTooDeep(Node.CODEC, nested(64));
            assertTooDeep(Node.CODEC, nested(20_000));
        });
    }

    @Test
    void readsAndWritesListsDownToTheDepth() {
        onSmallStack(() -> {
            Node deepest = tree(31);
            assertThat(Node.CODEC.decode(Node.CODEC.encode(deepest)).equals(deepest))
                    .isTrue();
            assertThatExceptionOfType(UnencodableValueException.class).isThrownBy(() -> Node.CODEC.encode(tree(32)));
        });
    }

    /** How a union holds the next one. */
    enum Link {
        UNION(1) {
            @Override
            Tangle around(Tangle inner) {
                return new Tangle.OfUnion(inner);
            }
        },
        LIST(2) {
            @Override
            Tangle around(Tangle inner) {
                return new Tangle.OfList(List.of(inner));
            }
        },
        MAP(2) {
            @Override
            Tangle around(Tangle inner) {
                return new Tangle.OfMap(Map.of("inner", inner));
            }
        };

        private final int levels;

        Link(int levels) {
            this.levels = levels;
        }

        abstract Tangle around(Tangle inner);

        /** A value whose innermost union is at this depth, inside the struct of a result; or one less. */
        Tangle value(int depth) {
            // The message is 1, the outermost union 2, and the struct of the empty variant one below the last union.
            Tangle value = new Tangle.OfEnd();
            for (int reached = 2; reached + levels <= depth; reached += levels) {
                value = around(value);
            }
            return value;
        }

        int beyond(int depth) {
            return (depth - 2) / levels * levels + 2 + levels;
        }
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void handlesTheDeepestValuesOnASmallStack(Link link) {
        onSmallStack(() -> {
            // A12: the value survives all that is done with values. The empty variant is a struct at depth 64.
            StructCodec<Tangle> codec = Codecs.result(Tangle.CODEC);
            Tangle deepest = link.value(63);
            byte[] message = codec.encode(deepest);
            Tangle read = codec.decode(message);
            assertThat(read.equals(deepest)).isTrue();
            assertThat(read.hashCode()).isEqualTo(deepest.hashCode());
            assertThat(read.toString()).hasSizeGreaterThan(100);
            assertThat(Codecs.EMPTY.decode(message)).isEqualTo(Empty.INSTANCE);
            // The last octet is inside the innermost union: the message is refused at its deepest place.
            message[message.length - 1] = 1;
            assertThatExceptionOfType(MalformedDataException.class).isThrownBy(() -> codec.decode(message));
            Tangle deeper = link.value(link.beyond(63));
            assertThatExceptionOfType(UnencodableValueException.class)
                    .isThrownBy(() -> codec.encode(deeper))
                    .withMessageContaining("deeper than 64");
            assertTooDeep(codec, raw(deeper));
            assertTooDeep(Codecs.EMPTY, raw(deeper));
        });
    }

    /** Values that hold themselves have no lengths: so many times the head of a level, then what is innermost. */
    @ParameterizedTest
    @ValueSource(strings = {"01 2D", "01 3E 0D 01", "01 3E 1D 01 01 2D", "01 4F 0B 0D 01 00", "01 9D", "01 9E 0D 01"})
    void refusesTheDeepestNonsenseOnASmallStack(String head) {
        onSmallStack(() -> {
            StructCodec<Tangle> codec = Codecs.result(Tangle.CODEC);
            for (int levels : new int[] {65, 1_000, 20_000}) {
                byte[] message = Octets.of("01 1D", head.repeat(levels), "01 1D 00");
                assertTooDeep(codec, message);
                assertTooDeep(Codecs.EMPTY, message);
            }
        });
    }

    /** The message of a value that no encoder writes. */
    private static byte[] raw(Tangle value) {
        byte[] union = rawUnion(value);
        return Octets.join(Octets.of("01 1D"), union);
    }

    private static byte[] rawUnion(Tangle value) {
        if (value instanceof Tangle.OfUnion variant) {
            byte[] inner = rawUnion(variant.inner());
            return Octets.join(Octets.of("01 2D"), inner);
        } else if (value instanceof Tangle.OfList variant) {
            byte[] inner = rawUnion(variant.inner().get(0));
            byte[] list = Octets.join(Octets.of("0D 01"), inner);
            return Octets.join(Octets.of("01 3E"), list);
        } else if (value instanceof Tangle.OfMap variant) {
            byte[] inner = rawUnion(variant.inner().get("inner"));
            byte[] map = Octets.join(Octets.of("0B 0D 01 05 696E6E6572"), inner);
            return Octets.join(Octets.of("01 4F"), map);
        }
        return Octets.of("01 1D 00");
    }

    @Test
    void handsTheDepthOnToUnknownVariants() {
        onSmallStack(() -> {
            byte[] inner = Path.STRUCT.message(61);
            byte[] union = Octets.join(Octets.of("01 9D"), inner);
            byte[] message = Octets.join(Octets.of("01 1D"), union);
            StructCodec<Payment> codec = Codecs.result(Payment.CODEC);
            Payment unknown = codec.decode(message);
            assertThat(codec.encode(unknown)).isEqualTo(message);
            // It was at depths 3 to 63, so that it fits one level deeper and not two.
            StructCodec<List<Payment>> deeper = Codecs.result(Codecs.list(Payment.CODEC));
            deeper.decode(deeper.encode(List.of(unknown)));
            StructCodec<List<List<Payment>>> tooDeep = Codecs.result(Codecs.list(Codecs.list(Payment.CODEC)));
            assertThatExceptionOfType(UnencodableValueException.class)
                    .isThrownBy(() -> tooDeep.encode(List.of(List.of(unknown))));
        });
    }

    @Test
    void keepsToALowerDepth() {
        byte[] message = Node.CODEC.encode(chain(2));
        Node.CODEC.decode(message, 0, message.length, Limits.DEFAULTS.withDepth(3));
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> Node.CODEC.decode(message, 0, message.length, Limits.DEFAULTS.withDepth(2)));
    }

    private static Node chain(int links) {
        Node node = new Node(0, null, List.of());
        for (int i = 1; i < links; i++) {
            node = new Node(i, node, List.of());
        }
        return node;
    }

    private static Node tree(int levels) {
        Node node = new Node(0, null, List.of());
        for (int i = 0; i < levels; i++) {
            node = new Node(i, null, List.of(node));
        }
        return node;
    }

    private static byte[] nested(int depth) {
        byte[] message = Octets.of("02 12 2E 00 0D 00");
        for (int i = 0; i < depth; i++) {
            message = Octets.join(Octets.of("03 12 1D 1E 00"), message, Octets.of("0D 00"));
        }
        return message;
    }

    private static void assertTooDeep(StructCodec<?> codec, byte[] message) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> codec.decode(message))
                .extracting(MalformedDataException::clause)
                .isEqualTo("W-3.22");
    }

    private static void onSmallStack(Runnable test) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, test, "small stack", SMALL_STACK);
        thread.setUncaughtExceptionHandler((where, problem) -> failure.set(problem));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        assertThat(failure.get()).isNull();
    }
}
