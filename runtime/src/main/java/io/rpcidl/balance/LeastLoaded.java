package io.rpcidl.balance;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The better of two random choices: nearly as even as knowing the best of all, and without the herd that runs to it
 * (Mitzenmacher, "The power of two choices in randomized load balancing").
 */
final class LeastLoaded implements Balancer {
    private final RandomGenerator random;

    LeastLoaded(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Spread spread() {
        return Spread.ALL;
    }

    @Override
    public <C extends Candidate> Picker<C> picker(List<C> ready) {
        List<C> fixed = List.copyOf(ready);
        int count = fixed.size();
        if (count == 1) {
            C only = fixed.get(0);
            return () -> only;
        }
        return () -> {
            int one = random.nextInt(count);
            int other = random.nextInt(count - 1);
            C first = fixed.get(one);
            C second = fixed.get(other < one ? other : other + 1);
            return second.unfinishedCalls() < first.unfinishedCalls() ? second : first;
        };
    }
}
