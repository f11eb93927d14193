package io.rpcidl.simulation.world;

import java.util.SplittableRandom;

/** One stream of random decisions; every part of a run has its own, so that a part that is left out changes few others. */
public final class Draw {
    private final SplittableRandom random;

    /** The decisions that follow from {@code seed}. */
    public Draw(long seed) {
        this(new SplittableRandom(seed));
    }

    private Draw(SplittableRandom random) {
        this.random = random;
    }

    /** Another stream, which this one determines. */
    public Draw split() {
        return new Draw(random.split());
    }

    /** True in {@code percent} of 100 cases. */
    public boolean percent(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    /** A number from {@code least} to {@code most}, both included. */
    public long between(long least, long most) {
        return least == most ? least : random.nextLong(least, most + 1);
    }

    /** The same for ints. */
    public int between(int least, int most) {
        return (int) between((long) least, (long) most);
    }

    /** A number from 0 to {@code most}, small ones much more often than large ones. */
    public long skewed(long most) {
        return between(0L, between(0L, between(0L, most)));
    }
}
