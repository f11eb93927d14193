package io.rpcidl.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    @Test
    void findsAMistypedName() {
        assertThat(nearest("Ordr", "Other", "Order", "Line")).isEqualTo("Order");
        assertThat(nearest("order", "Order")).isEqualTo("Order");
    }

    @Test
    void isSureOfOneSlipOfTheFinger() {
        for (String written : List.of("Ordr", "Orderr", "Ordet", "Odrer", "order")) {
            assertThat(NearestName.of(written, List.of("Order", "Line")))
                    .as(written)
                    .contains(new NearestName.Suggestion("Order", true));
        }
    }

    @Test
    void isNotSureOfTwoSlipsTiesPluralsShortNamesAndNumbers() {
        assertThat(sure("Addrasz", "Address")).isFalse();
        assertThat(sure("Thinx", "Thing", "Think")).isFalse();
        assertThat(sure("Orders", "Order")).isFalse();
        assertThat(sure("Order", "Orders")).isFalse();
        assertThat(sure("ax", "a")).isFalse();
        assertThat(sure("u46", "u16")).isFalse();
        assertThat(sure("Order2", "Order1")).isFalse();
    }

    @Test
    void findsNothingThatIsFarAway() {
        assertThat(NearestName.of("Order", List.of("Payment", "X"))).isEmpty();
    }

    @Test
    void takesTheFirstOfSeveralWhateverTheirOrder() {
        assertThat(nearest("Thinx", "Thing", "Think")).isEqualTo("Thing");
        assertThat(nearest("Thinx", "Think", "Thing")).isEqualTo("Thing");
    }

    private static String nearest(String written, String... candidates) {
        return NearestName.of(written, List.of(candidates)).orElseThrow().name();
    }

    private static boolean sure(String written, String... candidates) {
        return NearestName.of(written, List.of(candidates)).orElseThrow().sure();
    }
}
