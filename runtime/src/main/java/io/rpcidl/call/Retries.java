package io.rpcidl.call;

import io.rpcidl.connection.CallFailure;
import io.rpcidl.connection.OutgoingCall;
import io.rpcidl.introspection.ClientSnapshot;
import io.rpcidl.retry.Hedging;
import io.rpcidl.retry.RetryPolicy;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides for the calls of one client whether a failed attempt is followed by another, and makes attempts that overlap; only
 * on the loop.
 *
 * <p>Another attempt has to be safe: the one that failed was not executed, or it may have been and the method is repeatable.
 * And it has to be useful: the failure is a passing one. No list of codes decides, but for one thing: an attempt that no
 * server has seen, because its connection drained or was lost first, is made again at once and costs no budget.
 */
final class Retries {
    private static final long NO_MORE = -1;
    /** How often a call moves on at once before it counts like any other. */
    private static final int MOST_MOVES = 3;

    private final ClientConnections client;
    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final RetryBudget budget;
    private final ClientCounters counters;
    private final int mostDelayed;
    private final Set<ClientCall<?, ?>> delayed = new LinkedHashSet<>();

    Retries(ClientConnections client, ClientSettings settings, ClientCounters counters) {
        this.client = client;
        this.counters = counters;
        this.policy = settings.channel().retries();
        this.random = settings.channel().random();
        this.budget = new RetryBudget(policy.budgetPercent(), policy.reserve());
        this.mostDelayed = settings.waitingCalls();
    }

    /** What was done so far. */
    ClientSnapshot.Retries snapshot() {
        return counters.retries(budget);
    }

    /** How many calls wait for the time of their next attempt. */
    int delayed() {
        return delayed.size();
    }

    /** A call makes its first attempt. */
    void begin(ClientCall<?, ?> call) {
        budget.earn();
        Hedging hedging = call.policy().hedging();
        if (hedging != null) {
            hedgeLater(call, call.severalAttempts(), hedging);
        }
    }

    /** A connection has not brought an answer to {@code attempt}. */
    void failed(CarriedCall attempt, CallFailure problem) {
        ClientCall<?, ?> call = attempt.call();
        Attempts attempts = call.attempts();
        if (attempts != null) {
            if (attempts.over()) {
                return;
            }
            attempts.failed(attempt, problem.outcome());
            if (attempts.ending()) {
                return;
            }
            if (attempts.anyUnderWay()) {
                if (!safeAndUseful(call, problem) && !call.givenUp()) {
                    end(call, attempt, problem);
                }
                return;
            }
        }
        long pause = pause(call, attempts, problem);
        if (pause == NO_MORE) {
            end(call, attempt, problem);
            return;
        }
        Attempts several = call.severalAttempts();
        if (attempts == null) {
            several.failed(attempt, problem.outcome());
        }
        counters.retried();
        if (pause == 0) {
            several.waitNoLonger();
            start(call, several, attempt.connection());
        } else {
            delayed.add(call);
            LinkedConnection avoided = attempt.connection();
            several.wait(client.loop().schedule(client.now() + pause, () -> {
                delayed.remove(call);
                start(call, several, avoided);
            }));
        }
    }

    /** There is no other attempt after this one, whatever it failed of. */
    void refused(CarriedCall attempt, CallFailure problem) {
        ClientCall<?, ?> call = attempt.call();
        Attempts attempts = call.attempts();
        if (attempts != null) {
            if (attempts.over()) {
                return;
            }
            attempts.failed(attempt, problem.outcome());
            if (attempts.ending() || attempts.anyUnderWay()) {
                return;
            }
        }
        end(call, attempt, problem);
    }

    /** Whether an attempt that is about to be placed is still wanted; one that is not has ended, or the call has. */
    boolean wanted(Attempt attempt) {
        Attempts attempts = attempt.call().attempts();
        if (attempts == null || attempts.over()) {
            return false;
        }
        if (attempt.call().givenUp()) {
            refused(attempt, Failures.cancelled(Phase.LOCAL_QUEUE));
            return false;
        }
        return true;
    }

    /** One attempt has an answer: the call ends with it, and the others are given up. False when it had ended before. */
    boolean answered(CarriedCall attempt, Attempts attempts) {
        if (attempts.over()) {
            return false;
        }
        attempts.end(attempt);
        giveUpOthers(attempts);
        return true;
    }

    /** The caller gives up a call that has several attempts. */
    void cancel(ClientCall<?, ?> call, Attempts attempts, ClientCall.GivenUp how) {
        if (attempts.over()) {
            return;
        }
        attempts.waitNoLonger();
        if (delayed.remove(call)) {
            end(call, attempts.latest(), Failures.cancelled(Phase.LOCAL_QUEUE));
            return;
        }
        for (CarriedCall attempt : attempts.underWay()) {
            client.cancelAttempt(attempt, how);
        }
    }

    /** Ends the calls that wait for another attempt. */
    void refuseDelayed(CallFailure problem) {
        for (ClientCall<?, ?> call : List.copyOf(delayed)) {
            delayed.remove(call);
            end(call, call.current(), problem);
        }
    }

    private void end(ClientCall<?, ?> call, CarriedCall last, CallFailure problem) {
        Attempts attempts = call.attempts();
        if (attempts != null) {
            attempts.beginToEnd();
            giveUpOthers(attempts); // what becomes of them belongs to the outcome
            attempts.end(last);
        }
        counters.failed(problem.code());
        call.fail(attempts == null ? problem : attempts.merged(problem));
    }

    private void giveUpOthers(Attempts attempts) {
        for (CarriedCall other : attempts.underWay()) {
            client.cancelAttempt(other, ClientCall.GivenUp.NOW);
        }
    }

    private void start(ClientCall<?, ?> call, Attempts attempts, @Nullable LinkedConnection avoided) {
        Attempt next = call.newAttempt(avoided);
        attempts.started(next);
        client.ask(next);
    }

    private static boolean safeAndUseful(ClientCall<?, ?> call, CallFailure problem) {
        boolean safe = problem.outcome() == Outcome.NOT_EXECUTED
                || (problem.outcome() == Outcome.MAYBE_EXECUTED
                        && call.modifier().repeatable());
        return safe && problem.transientFailure() && call.repeatable();
    }

    /** How long to wait before another attempt; {@link #NO_MORE} when there is none, 0 for: it does not wait. */
    private long pause(ClientCall<?, ?> call, @Nullable Attempts attempts, CallFailure problem) {
        int most = call.policy().attempts();
        if (most == 1 || client.closed() || call.givenUp() || !safeAndUseful(call, problem)) {
            return NO_MORE;
        }
        int made = attempts == null ? 1 : attempts.made();
        int moves = attempts == null ? 0 : attempts.moves();
        if (moves < MOST_MOVES && unseen(problem)) {
            call.severalAttempts().moved();
            return 0;
        }
        long asked = TimeUnit.MILLISECONDS.toNanos(problem.retryAfterMillis());
        if (made - moves >= most || asked > policy.longestWait().toNanos() || delayed.size() >= mostDelayed) {
            return NO_MORE;
        }
        long pause = asked + policy.backoff().nanos(made - moves, random);
        boolean inTime = call.deadline() == OutgoingCall.NO_DEADLINE || call.deadline() - client.now() > pause;
        return inTime && affordable() ? pause : NO_MORE;
    }

    private boolean affordable() {
        boolean paid = budget.spend();
        if (!paid) {
            counters.declined();
        }
        return paid;
    }

    private static boolean unseen(CallFailure problem) {
        return problem.outcome() == Outcome.NOT_EXECUTED
                && (problem.code() == RpcCode.DRAINING || problem.code() == RpcCode.UNAVAILABLE);
    }

    private void hedgeLater(ClientCall<?, ?> call, Attempts attempts, Hedging hedging) {
        long at = client.now() + hedging.delay().toNanos();
        attempts.wait(client.loop().schedule(at, () -> hedge(call, attempts, hedging)));
    }

    private void hedge(ClientCall<?, ?> call, Attempts attempts, Hedging hedging) {
        LinkedConnection before = attempts.latest().connection();
        if (attempts.over() || before == null || !client.anyReady() || !affordable()) {
            return;
        }
        counters.hedged();
        start(call, attempts, before);
        if (attempts.made() < hedging.attempts()) {
            hedgeLater(call, attempts, hedging);
        }
    }
}
