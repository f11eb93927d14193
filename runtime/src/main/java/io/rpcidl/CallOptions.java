package io.rpcidl;

import io.rpcidl.codec.MethodDeadline;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may state about a call beyond its parameters; immutable.
 *
 * <p>A deadline counts from the moment the call is made. It travels with the call as remaining time, and the call ends
 * for its caller when it is over, whatever the server does. A duration that is zero or negative is a deadline already
 * past: such a call fails as not executed, without touching the connection.
 */
public final class CallOptions {
    /** The deadline that the method states, else ten seconds; none for streams and oneway calls. */
    public static final CallOptions DEFAULT = new CallOptions(DeadlineRule.OF_METHOD, null);

    private static final Duration TOOLKIT_DEFAULT = Duration.ofSeconds(10);
    private static final CallOptions WITHOUT_DEADLINE = new CallOptions(DeadlineRule.NONE, null);

    private final DeadlineRule rule;
    private final @Nullable Duration deadline;

    private CallOptions(DeadlineRule rule, @Nullable Duration deadline) {
        this.rule = rule;
        this.deadline = deadline;
    }

    /** These options with a deadline of {@code deadline} after the call is made, instead of the method's own. */
    public CallOptions withDeadline(Duration deadline) {
        return new CallOptions(DeadlineRule.STATED, Objects.requireNonNull(deadline, "deadline"));
    }

    /** These options without any deadline: the call waits until it is answered, cancelled or its connection is lost. */
    public CallOptions withoutDeadline() {
        return WITHOUT_DEADLINE;
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
        return switch (rule) {
            case OF_METHOD -> "deadline of the method";
            case STATED -> "deadline " + deadline;
            case NONE -> "no deadline";
        };
    }

    private enum DeadlineRule {
        OF_METHOD,
        STATED,
        NONE
    }
}
