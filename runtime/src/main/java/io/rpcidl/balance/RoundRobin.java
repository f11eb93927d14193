package io.rpcidl.balance;

import java.util.List;
import java.util.random.RandomGenerator;

/** Connections take calls in turn; clients begin at different ones, so that they do not all call the same server first. */
final class RoundRobin implements Balancer {
    private int next;

    RoundRobin(RandomGenerator random) {
        next = random.nextInt(1 << 16);
    }

    @Override
    public Spread spread() {
        return Spread.ALL;
    }

    @Override
    public <C extends Candidate> Picker<C> picker(List<C> ready) {
        List<C> fixed = List.copyOf(ready);
        return () -> fixed.get(Math.floorMod(next++, fixed.size()));
    }
}
