package io.rpcidl.call;

import io.rpcidl.value.Outcome;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Writes down with which outcomes a server's calls end. */
final class ServerEnds implements ServerHooks {
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    @Override
    public void before(AnsweredCall call) {}

    @Override
    public void arguments(AnsweredCall call, @Nullable Object arguments) {}

    @Override
    public void after(AnsweredCall call, Outcome outcome, @Nullable Throwable failure) {
        outcomes.add(outcome);
    }

    @Override
    public String toString() {
        return outcomes.toString();
    }
}
