package io.rpcidl.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    @Test
    void findsAMistypedName() {
        assertThat(NearestName.of("Ordr", List.of("Other", "Order", "Line"))).contains("Order");
        assertThat(NearestName.of("order", List.of("Order"))).contains("Order");
    }

    @Test
    void findsNothingThatIsFarAway() {
        assertThat(NearestName.of("Order", List.of("Payment", "X"))).isEmpty();
    }

    @Test
    void takesTheFirstOfSeveralWhateverTheirOrder() {
        assertThat(NearestName.of("Thinx", List.of("Thing", "Think"))).contains("Thing");
        assertThat(NearestName.of("Thinx", List.of("Think", "Thing"))).contains("Thing");
    }
}
