package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoldingTest {

    private static final int PIECE = Holding.PIECE;

    private final ByteBudget budget = new ByteBudget(4 * PIECE);
    private final Holding one = new Holding(budget);
    private final Holding other = new Holding(budget);

    @Test
    void setsPiecesAside() {
        assertThat(one.take(1)).isTrue();
        assertThat(budget.used()).isEqualTo(PIECE);
        assertThat(one.take(PIECE - 1)).isTrue();
        assertThat(budget.used()).isEqualTo(PIECE);
        assertThat(one.take(1)).isTrue();
        assertThat(budget.used()).isEqualTo(2 * PIECE);
    }

    @Test
    void keepsOnePieceInHand() {
        assertThat(one.take(2 * PIECE)).isTrue();
        one.give(PIECE);
        assertThat(budget.used()).isEqualTo(2 * PIECE);
        one.give(1);
        assertThat(budget.used()).isEqualTo(2 * PIECE);
        one.give(PIECE - 1);
        assertThat(budget.used()).isEqualTo(PIECE);
    }

    @Test
    void mayHoldAsMuchAsIsFree() {
        assertThat(one.take(2 * PIECE)).isTrue();
        assertThat(one.tooMuch(0)).isFalse();
        assertThat(one.tooMuch(1)).isTrue();
        assertThat(one.take(1)).isFalse();
        assertThat(budget.used()).isEqualTo(2 * PIECE);
        assertThat(other.take(PIECE)).isTrue();
        assertThat(other.take(1)).isFalse();
    }

    @Test
    void onePieceIsNeverTooMuchButMayNotBeThere() {
        assertThat(one.take(2 * PIECE)).isTrue();
        assertThat(other.take(PIECE)).isTrue();
        assertThat(new Holding(budget).take(PIECE)).isTrue();
        Holding last = new Holding(budget);
        assertThat(last.tooMuch(PIECE)).isFalse();
        assertThat(last.take(1)).isFalse();
        assertThat(budget.used()).isEqualTo(4 * PIECE);
        assertThat(one.take(0)).isTrue();
    }

    @Test
    void countsWhatIsThereAlready() {
        one.set(5L * PIECE);
        assertThat(budget.used()).isEqualTo(5 * PIECE);
        one.set(PIECE + 1);
        assertThat(budget.used()).isEqualTo(3 * PIECE);
        one.set(0);
        assertThat(budget.used()).isEqualTo(PIECE);
    }

    @Test
    void setsNothingAsideOnceItIsClosed() {
        assertThat(one.take(PIECE + 5)).isTrue();
        one.close();
        assertThat(budget.used()).isEqualTo(PIECE + 5);
        one.give(PIECE);
        assertThat(budget.used()).isEqualTo(5);
        one.set(17);
        assertThat(budget.used()).isZero();
    }
}
