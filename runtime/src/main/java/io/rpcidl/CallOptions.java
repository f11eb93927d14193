package io.rpcidl;

import io.rpcidl.call.CallPolicy;
import io.rpcidl.call.CallTerms;
import io.rpcidl.call.Patience;
import io.rpcidl.codec.MethodDeadline;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import io.rpcidl.retry.Hedging;
import io.rpcidl.retry.RetryPolicy;
import io.rpcidl.value.Metadata;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may state about a call beyond its parameters; immutable.
 *
 * <p>A deadline counts from the moment the call is made. It travels with the call as remaining time, and the call ends
 * for its caller when it is over, whatever the server does. A duration that is zero or negative is a deadline already
 * past: such a call fails as not executed, without touching the connection. A call that is made while another is answered,
 * on its thread or one that {@link CallContext#wrap} covers, has at most the time that the other one has left.
 */
public final class CallOptions {
    /** The deadline that the method states, else ten seconds; none for streams and oneway calls. */
    public static final CallOptions DEFAULT = new CallOptions(DeadlineRule.OF_METHOD, null, Metadata.EMPTY, null, null);

    private static final Duration TOOLKIT_DEFAULT = Duration.ofSeconds(10);
    private final DeadlineRule rule;
    private final @Nullable Duration deadline;
    private final Metadata metadata;
    private final @Nullable Consumer<? super Metadata> answer;
    /** Null for: as the client was built. */
    private final @Nullable Persistence persistence;

    /**
     * How hard it is tried to make the call.
     *
     * @param patience null for: as the client was built
     * @param attempts 0 for: as the client was built
     * @param hedging null for: as the client was built
     */
    private record Persistence(
            @Nullable Patience patience,
            int attempts,
            @Nullable Hedging hedging) {}

    private CallOptions(
            DeadlineRule rule,
            @Nullable Duration deadline,
            Metadata metadata,
            @Nullable Consumer<? super Metadata> answer,
            @Nullable Persistence persistence) {
        this.rule = rule;
        this.deadline = deadline;
        this.metadata = metadata;
        this.answer = answer;
        this.persistence = persistence;
    }

    /** These options with a deadline of {@code deadline} after the call is made, instead of the method's own. */
    public CallOptions withDeadline(Duration deadline) {
        return new CallOptions(
                DeadlineRule.STATED, Objects.requireNonNull(deadline, "deadline"), metadata, answer, persistence);
    }

    /** These options without any deadline: the call waits until it is answered, cancelled or its connection is lost. */
    public CallOptions withoutDeadline() {
        return new CallOptions(DeadlineRule.NONE, null, metadata, answer, persistence);
    }

    /**
     * These options with metadata that travels beside the arguments, in addition to what they have; entries take the places
     * of those with the same names.
     */
    public CallOptions withMetadata(Metadata more) {
        return new CallOptions(rule, deadline, metadata.with(more), answer, persistence);
    }

    /**
     * These options with somebody who is told of the metadata that comes with the answer, also when the call fails: once,
     * on the thread that is given the result, right before it. It is empty when the server has sent none.
     */
    public CallOptions withAnswerMetadata(Consumer<? super Metadata> told) {
        return new CallOptions(rule, deadline, metadata, Objects.requireNonNull(told, "told"), persistence);
    }

    /** These options for a call that waits until its deadline for a connection, although attempts to make one fail. */
    public CallOptions waitForReady() {
        return with(new Persistence(Patience.WAIT, stated().attempts, stated().hedging));
    }

    /** These options for a call that fails as not executed as soon as every address was tried in vain. */
    public CallOptions failFast() {
        return with(new Persistence(Patience.FAIL_FAST, stated().attempts, stated().hedging));
    }

    /**
     * These options for a call that is attempted up to so many times, if what becomes of each attempt allows another; see
     * {@link io.rpcidl.retry.RetryPolicy}.
     *
     * @throws IllegalArgumentException when it is not 1 to 10
     */
    public CallOptions withAttempts(int attempts) {
        RetryPolicy.requireAttempts(attempts);
        return with(new Persistence(stated().patience, attempts, stated().hedging));
    }

    /** These options for a call that is attempted once, without hedging, and whose caller hears of whatever becomes of it. */
    public CallOptions withoutRetries() {
        return with(new Persistence(stated().patience, 1, null));
    }

    /**
     * These options for a call whose attempts overlap. Only a {@code readonly} method without streams can be called with
     * them: any other fails with an {@link IllegalArgumentException} before anything is sent.
     */
    public CallOptions withHedging(Hedging hedging) {
        Objects.requireNonNull(hedging, "hedging");
        return with(new Persistence(stated().patience, stated().attempts, hedging));
    }

    private Persistence stated() {
        return persistence == null ? new Persistence(null, 0, null) : persistence;
    }

    private CallOptions with(Persistence other) {
        return new CallOptions(rule, deadline, metadata, answer, other);
    }

    /** What travels beside the arguments. */
    public Metadata metadata() {
        return metadata;
    }

    /**
     * These options for the call layer.
     *
     * @param defaults what the client does where these options say nothing
     * @throws IllegalArgumentException when they ask for hedging and the method does not allow it
     */
    CallTerms terms(MethodDescriptor<?, ?> method, CallPolicy defaults) {
        return new CallTerms(deadline(method), metadata, policy(method, defaults), answer);
    }

    private CallPolicy policy(MethodDescriptor<?, ?> method, CallPolicy defaults) {
        Persistence stated = persistence;
        if (stated == null) {
            return defaults;
        }
        Hedging hedging = stated.hedging;
        if (hedging != null && !hedgeable(method)) {
            throw new IllegalArgumentException("method " + method.fullName()
                    + " can't be hedged: only a readonly method without streams can have two attempts at once");
        }
        boolean once = stated.attempts == 1;
        return new CallPolicy(
                stated.patience == null ? defaults.patience() : stated.patience,
                stated.attempts == 0 ? defaults.attempts() : stated.attempts,
                hedging == null && !once ? defaults.hedging() : hedging);
    }

    /** Whether two attempts at a call of this method may be under way at once. */
    static boolean hedgeable(MethodDescriptor<?, ?> method) {
        return method.modifier() == Modifier.READONLY && !method.streams();
    }

    /** How long a call of {@code method} may take; null when it may take for ever. */
    @Nullable
    Duration deadline(MethodDescriptor<?, ?> method) {
        return switch (rule) {
            case OF_METHOD -> ofMethod(method);
            case STATED -> deadline;
            case NONE -> null;
        };
    }

    private static @Nullable Duration ofMethod(MethodDescriptor<?, ?> method) {
        if (method.deadline() instanceof MethodDeadline.After after) {
            return after.duration();
        }
        boolean unlimited = method.deadline() instanceof MethodDeadline.None
                || method.streams()
                || method.modifier() == Modifier.ONEWAY;
        return unlimited ? null : TOOLKIT_DEFAULT;
    }

    @Override
    public String toString() {
        String time = switch (rule) {
            case OF_METHOD -> "deadline of the method";
            case STATED -> "deadline " + deadline;
            case NONE -> "no deadline";
        };
        String tries = persistence == null ? "" : ", " + persistence;
        return (metadata.isEmpty() ? time : time + ", " + metadata) + tries;
    }

    private enum DeadlineRule {
        OF_METHOD,
        STATED,
        NONE
    }
}
