package io.rpcidl.balance;

import java.util.List;

/** One connection takes all calls. */
final class PickFirst implements Balancer {
    @Override
    public Spread spread() {
        return Spread.ONE;
    }

    @Override
    public <C extends Candidate> Picker<C> picker(List<C> ready) {
        C first = ready.get(0);
        return () -> first;
    }
}
