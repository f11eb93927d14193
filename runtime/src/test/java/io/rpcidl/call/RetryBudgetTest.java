package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private static int spent(RetryBudget budget) {
        int spent = 0;
        while (budget.spend()) {
            spent++;
        }
        return spent;
    }

    @Test
    void hasItsReserveAtFirst() {
        assertThat(spent(new RetryBudget(20, 10))).isEqualTo(10);
        assertThat(spent(new RetryBudget(20, 0))).isZero();
    }

    @Test
    void earnsAPartOfEachCall() {
        RetryBudget budget = new RetryBudget(20, 0);
        for (int i = 0; i < 4; i++) {
            budget.earn();
        }
        assertThat(budget.spend()).isFalse();
        budget.earn();
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void savesNoMoreThanAHundredAttempts() {
        RetryBudget budget = new RetryBudget(100, 3);
        for (int i = 0; i < 1_000; i++) {
            budget.earn();
        }
        assertThat(spent(budget)).isEqualTo(100);
    }

    @Test
    void savesItsReserveWhereThatIsMore() {
        RetryBudget budget = new RetryBudget(100, 150);
        budget.earn();
        assertThat(spent(budget)).isEqualTo(150);
    }

    @Test
    void savesOnlyItsReserveWithoutIncome() {
        RetryBudget budget = new RetryBudget(0, 2);
        assertThat(budget.spend()).isTrue();
        for (int i = 0; i < 1_000; i++) {
            budget.earn();
        }
        assertThat(spent(budget)).isEqualTo(1);
    }
}
