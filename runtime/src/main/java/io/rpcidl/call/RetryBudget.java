package io.rpcidl.call;

/**
 * How many further attempts the calls of one client may make: a part of its calls, and a reserve beyond it. What is saved up
 * is bounded, so that a long good time does not pay for a storm.
 */
final class RetryBudget {
    /** What an attempt costs; a call brings in so many hundredths of it as the budget has percent. */
    private static final long ATTEMPT = 100;

    private static final long LEAST_SAVINGS = 100 * ATTEMPT;

    private final long income;
    private final long most;
    private long saved;

    RetryBudget(int percent, int reserve) {
        this.income = percent;
        this.saved = reserve * ATTEMPT;
        this.most = Math.max(saved, percent == 0 ? 0 : LEAST_SAVINGS);
    }

    /** How many attempts it would pay for now. */
    long attempts() {
        return saved / ATTEMPT;
    }

    long mostAttempts() {
        return most / ATTEMPT;
    }

    /** A call begins. */
    void earn() {
        saved = Math.min(most, saved + income);
    }

    /** Pays for an attempt, if there is enough. */
    boolean spend() {
        if (saved < ATTEMPT) {
            return false;
        }
        saved -= ATTEMPT;
        return true;
    }
}
