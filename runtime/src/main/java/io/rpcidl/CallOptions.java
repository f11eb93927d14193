package io.rpcidl;

import io.rpcidl.call.CallTerms;
import io.rpcidl.codec.MethodDeadline;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
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
    public static final CallOptions DEFAULT = new CallOptions(DeadlineRule.OF_METHOD, null, Metadata.EMPTY, null);

    private static final Duration TOOLKIT_DEFAULT = Duration.ofSeconds(10);
    private final DeadlineRule rule;
    private final @Nullable Duration deadline;
    private final Metadata metadata;
    private final @Nullable Consumer<? super Metadata> answer;

    private CallOptions(
            DeadlineRule rule,
            @Nullable Duration deadline,
            Metadata metadata,
            @Nullable Consumer<? super Metadata> answer) {
        this.rule = rule;
        this.deadline = deadline;
        this.metadata = metadata;
        this.answer = answer;
    }

    /** These options with a deadline of {@code deadline} after the call is made, instead of the method's own. */
    public CallOptions withDeadline(Duration deadline) {
        return new CallOptions(DeadlineRule.STATED, Objects.requireNonNull(deadline, "deadline"), metadata, answer);
    }

    /** These options without any deadline: the call waits until it is answered, cancelled or its connection is lost. */
    public CallOptions withoutDeadline() {
        return new CallOptions(DeadlineRule.NONE, null, metadata, answer);
    }

    /**
     * These options with metadata that travels beside the arguments, in addition to what they have; entries take the places
     * of those with the same names.
     */
    public CallOptions withMetadata(Metadata more) {
        return new CallOptions(rule, deadline, metadata.with(more), answer);
    }

    /**
     * These options with somebody who is told of the metadata that comes with the answer, also when the call fails: once,
     * on the thread that is given the result, right before it. It is empty when the server has sent none.
     */
    public CallOptions withAnswerMetadata(Consumer<? super Metadata> told) {
        return new CallOptions(rule, deadline, metadata, Objects.requireNonNull(told, "told"));
    }

    /** What travels beside the arguments. */
    public Metadata metadata() {
        return metadata;
    }

    /** These options for the call layer. */
    CallTerms terms(MethodDescriptor<?, ?> method) {
        return new CallTerms(deadline(method), metadata, answer);
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
        return metadata.isEmpty() ? time : time + ", " + metadata;
    }

    private enum DeadlineRule {
        OF_METHOD,
        STATED,
        NONE
    }
}
