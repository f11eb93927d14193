package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.catalog.Category;
import com.acme.shop.catalog.ProductId;
import com.acme.shop.catalog.Tag;
import com.acme.shop.orders.Card;
import com.acme.shop.orders.CardNumber;
import com.acme.shop.orders.Line;
import com.acme.shop.orders.Order;
import com.acme.shop.orders.OrderId;
import com.acme.shop.orders.OrderState;
import com.acme.shop.orders.OrdersConstants;
import com.acme.shop.orders.OutOfStock;
import com.acme.shop.orders.Parcel;
import com.acme.shop.orders.Payment;
import com.acme.shop.orders.ShopClosed;
import com.acme.shop.orders.Visibility;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the golden files do. */
class GoldenRoundTripTest {

    private static final ProductId PRODUCT = new ProductId(new UUID(1, 2));
    private static final Line LINE = new Line(PRODUCT, 3, new BigDecimal("4.50"));
    private static final Order ORDER = Order.builder()
            .id(new OrderId(new UUID(3, 4)))
            .lines(List.of(LINE))
            .placedAt(Instant.EPOCH)
            .card(new CardNumber("4111"))
            .tags(Set.of(new Tag("red")))
            .counters(Map.of("seen", 7L))
            .payment(new Payment.OfSplit(List.of(new Payment.OfCash(), new Payment.OfVoucher("secret"))))
            .build();

    @Test
    void readsWhatItWrote() {
        assertThat(Order.codec().decode(Order.codec().encode(ORDER))).isEqualTo(ORDER);
    }

    @Test
    void takesDefaultsWhereNothingWasSet() {
        assertThat(ORDER.state()).isEqualTo(OrderState.PLACED);
        assertThat(ORDER.visibility()).isEqualTo(Visibility.SHARED);
        assertThat(ORDER.note()).isNull();
    }

    @Test
    void copiesThroughTheBuilder() {
        assertThat(ORDER.toBuilder().build()).isEqualTo(ORDER);
        assertThat(ORDER.toBuilder().note("ring").build().note()).isEqualTo("ring");
    }

    @Test
    void copiesCollections() {
        List<Line> lines = new ArrayList<>(List.of(LINE));
        Order order = ORDER.toBuilder().lines(lines).build();
        lines.clear();
        assertThat(order.lines()).containsExactly(LINE);
    }

    @Test
    void namesTheFieldThatIsMissing() {
        assertThatThrownBy(() -> Line.builder().product(PRODUCT).build())
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("Line.quantity");
    }

    @Test
    void namesTheNumberThatIsOutOfRange() {
        assertThatThrownBy(() -> new Line(PRODUCT, -1, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Line.quantity");
    }

    @Test
    void neverPrintsWhatIsSensitive() {
        assertThat(ORDER.toString()).doesNotContain("4111", "secret").contains("card=***");
        assertThat(new CardNumber("4111")).hasToString("CardNumber[value=***]");
        assertThat(new Card(new CardNumber("4111"), 1, 2030).toString()).doesNotContain("4111");
    }

    @Test
    void refusesToWriteMoreThanTheConstraintAdmits() {
        Order order = ORDER.toBuilder()
                .lines(Collections.nCopies((int) OrdersConstants.MAX_LINES + 1, LINE))
                .build();
        assertThatThrownBy(() -> Order.codec().encode(order)).isInstanceOf(UnencodableValueException.class);
    }

    @Test
    void keepsUnknownValuesOfOpenEnums() {
        OrderState state = OrderState.of(77);
        assertThat(state.known()).isEqualTo(OrderState.Known.UNKNOWN);
        Order order = ORDER.toBuilder().state(state).build();
        assertThat(Order.codec().decode(Order.codec().encode(order)).state().number())
                .isEqualTo(77);
    }

    @Test
    void refusesUnknownValuesOfClosedEnums() {
        byte[] octets = Order.codec().encode(ORDER);
        octets[octets.length - 2] = 9; // visibility is the last field: two octets
        assertThatThrownBy(() -> Order.codec().decode(octets)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void readsDeepValues() {
        Category category = new Category("leaf", List.of(), null);
        for (int i = 0; i < 30; i++) {
            category = new Category("node", List.of(category), null);
        }
        assertThat(Category.codec().decode(Category.codec().encode(category))).isEqualTo(category);
    }

    @Test
    void matchesEveryVariant() {
        assertThat(name(new Payment.OfCash())).isEqualTo("cash");
        assertThat(name(new Payment.OfVoucher("x"))).isEqualTo("voucher");
    }

    @Test
    void carriesErrorsWithTheirFields() {
        OutOfStock error = OutOfStock.builder().product(PRODUCT).available(2L).build();
        OutOfStock read = OutOfStock.codec().decode(OutOfStock.codec().encode(error));
        assertThat(read.available()).isEqualTo(2);
        assertThat(read.hint()).isNull();
        assertThat(read.rejects()).isTrue();
        assertThat(read).hasMessageContaining("available=2");
    }

    @Test
    void carriesErrorsWithoutFields() {
        ShopClosed read = ShopClosed.codec().decode(ShopClosed.codec().encode(new ShopClosed()));
        assertThat(read).hasMessage("ShopClosed[]");
        assertThat(read.toBuilder().build()).hasMessage("ShopClosed[]");
        assertThat(ShopClosed.class.getDeclaredFields())
                .extracting(Field::getName)
                .containsExactly("serialVersionUID");
    }

    @Test
    void takesPlainNumbersForOptionalFields() {
        assertThat(Parcel.builder().grams(2).metres(1).build()).isEqualTo(new Parcel(2L, 1.0));
        assertThat(Parcel.builder().grams(2).grams(null).build()).isEqualTo(new Parcel(null, null));
    }

    private static String name(Payment payment) {
        return payment.match(
                card -> "card", voucher -> "voucher", cash -> "cash", split -> "split", unknown -> "unknown");
    }
}
