package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rpcidl.value.Bytes;
import io.rpcidl.value.DeclaredErrorException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DescriptorTest {

    private static final String SERVICE = "shop.orders.v1.Orders";

    private static final class NoSuchOrder extends DeclaredErrorException {

        private static final long serialVersionUID = 1;

        static final StructCodec<NoSuchOrder> CODEC =
                new StructCodec<>("NoSuchOrder", Shape.builder().build()) {
                    @Override
                    protected void writeValues(Encoder out, NoSuchOrder value) {
                        // The error has no field.
                    }

                    @Override
                    protected NoSuchOrder readValues(Decoder in) {
                        return new NoSuchOrder();
                    }

                    @Override
                    protected NoSuchOrder readFields(Decoder in) {
                        return new NoSuchOrder();
                    }
                };

        NoSuchOrder() {
            super("no such order");
        }
    }

    @Test
    void holdsWhatTheSchemaSays() {
        MethodDescriptor<Empty, Long> method = method(3)
                .modifier(Modifier.READONLY)
                .deadline(Duration.ofSeconds(2))
                .declares(4, NoSuchOrder.class, NoSuchOrder.CODEC)
                .build();
        assertThat(method).hasToString("shop.orders.v1.Orders.count");
        assertThat(method.modifier().repeatable()).isTrue();
        assertThat(method.deadline()).isEqualTo(new MethodDeadline.After(Duration.ofSeconds(2)));
        assertThat(method.streams()).isFalse();
        assertThat(method.error(5)).isNull();
        ErrorDescriptor<?> error = method.errorOf(new NoSuchOrder());
        assertThat(error).isNotNull().isEqualTo(method.error(4));
        assertThat(method.errorOf(new IllegalStateException())).isNull();
        Encoder out = new Encoder();
        error.writeMessage(out, new NoSuchOrder());
        Decoder in = new Decoder();
        in.reset(out.array(), 0, out.size());
        assertThat(error.readMessage(in)).hasMessage("no such order");
    }

    @Test
    void findsMethodsByNumber() {
        MethodDescriptor<Empty, Long> first = method(1).build();
        MethodDescriptor<Empty, Long> last = method(9)
                .withoutDeadline()
                .streamResult(Codecs.result(Codecs.I64))
                .build();
        ServiceDescriptor service = ServiceDescriptor.of(SERVICE, first, last);
        assertThat(service.method(1)).isSameAs(first);
        assertThat(service.method(9)).isSameAs(last);
        assertThat(service.method(2)).isNull();
        assertThat(service.method(0)).isNull();
        assertThat(service.method(10)).isNull();
        assertThat(service.schemaHash()).isEqualTo(Bytes.of(new byte[16]));
        assertThat(service.schema()).isEqualTo(Bytes.EMPTY);
        assertThat(last.streams()).isTrue();
        assertThat(last.deadline()).isEqualTo(MethodDeadline.NONE);
    }

    @Test
    void asksForTheSchemaWhenSomebodyDoes() {
        AtomicInteger asked = new AtomicInteger();
        EmbeddedSchema schema = EmbeddedSchema.of("000102030405060708090a0b0c0d0e0f", () -> {
            asked.incrementAndGet();
            return EmbeddedSchema.descriptor("AQ\n", "I=\n");
        });
        ServiceDescriptor service =
                ServiceDescriptor.of(SERVICE, schema, method(1).build());
        assertThat(service.schemaHash())
                .isEqualTo(Bytes.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}));
        assertThat(asked).hasValue(0);
        assertThat(service.schema()).isEqualTo(Bytes.of(new byte[] {1, 2}));
        assertThat(asked).hasValue(1);
    }

    @Test
    void refusesHashesOfAnotherSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmbeddedSchema.of("00", () -> Bytes.EMPTY))
                .withMessage("the hash of a schema has 32 digits, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmbeddedSchema.of("0".repeat(31) + "x", () -> Bytes.EMPTY));
        assertThatIllegalArgumentException().isThrownBy(() -> EmbeddedSchema.descriptor("A-"));
    }

    @Test
    void refusesWhatASchemaCannotSay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceDescriptor.of(
                        SERVICE, method(2).build(), method(1).build()))
                .withMessageContaining("must be a method of shop.orders.v1.Orders and have a number above 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceDescriptor.of("Others", method(1).build()));
        assertThatIllegalArgumentException().isThrownBy(() -> method(0));
        assertThatIllegalArgumentException().isThrownBy(() -> method(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> method(1).deadline(Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method(1)
                        .declares(2, NoSuchOrder.class, NoSuchOrder.CODEC)
                        .declares(2, NoSuchOrder.class, NoSuchOrder.CODEC));
    }

    @Test
    void hasNeitherParametersNorResultUnlessStated() {
        MethodDescriptor<Empty, Void> method =
                MethodDescriptor.unary(SERVICE, "count", 1).build();
        assertThat(method.parameters()).isSameAs(Codecs.EMPTY);
        assertThat(method.result()).isSameAs(Codecs.NOTHING);
    }

    @Test
    void keepsWhatWasSaidBeforeTheCodecs() {
        MethodDescriptor<Empty, Long> method = MethodDescriptor.unary(SERVICE, "count", 1)
                .modifier(Modifier.READONLY)
                .deadline(Duration.ofSeconds(2))
                .declares(2, NoSuchOrder.class, NoSuchOrder.CODEC)
                .streamRequest(Codecs.EMPTY)
                .streamResult(Codecs.result(Codecs.I64))
                .parameters(Codecs.EMPTY)
                .build();
        assertThat(method.modifier()).isEqualTo(Modifier.READONLY);
        assertThat(method.deadline()).isEqualTo(new MethodDeadline.After(Duration.ofSeconds(2)));
        assertThat(method.errors()).hasSize(1);
        assertThat(method.streamsRequest()).isTrue();
        assertThat(method.streamsResult()).isTrue();
    }

    private static MethodDescriptor.Builder<Empty, Long> method(int number) {
        return MethodDescriptor.unary(SERVICE, "count", number)
                .parameters(Codecs.EMPTY)
                .result(Codecs.result(Codecs.I64));
    }
}
