package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HoldingProperties {
    private static final int LIMIT = 64 << 10;

    @Property(tries = 300)
    void neverGoesOverItsBudgetAndGivesAllBack(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ByteBudget budget = new ByteBudget(LIMIT);
        List<Holding> all = List.of(new Holding(budget), new Holding(budget), new Holding(budget));
        long[] held = new long[all.size()];
        for (int step = 0; step < 200; step++) {
            int which = random.nextInt(all.size());
            long octets = random.nextInt(random.nextBoolean() ? 100 : 40_000);
            if (random.nextInt(3) == 0) {
                long given = Math.min(octets, held[which]);
                all.get(which).give(given);
                held[which] -= given;
            } else if (all.get(which).take(octets)) {
                held[which] += octets;
            }
            assertThat(budget.used()).isBetween(held[0] + held[1] + held[2], (long) LIMIT);
        }
        for (int i = 0; i < held.length; i++) {
            all.get(i).close();
            all.get(i).give(held[i]);
        }
        assertThat(budget.used()).isZero();
    }

    @Property(tries = 100)
    void leavesRoomForWhoHoldsLittle(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ByteBudget budget = new ByteBudget(LIMIT);
        Holding greedy = new Holding(budget);
        for (int i = 0; i < 100; i++) {
            greedy.take(random.nextInt(1, 10_000));
        }

        assertThat(new Holding(budget).take(LIMIT / 4)).isTrue();
    }
}
