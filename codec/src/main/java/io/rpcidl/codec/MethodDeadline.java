package io.rpcidl.codec;

import java.time.Duration;

/** What a method's schema says about the time that a call may take. */
public sealed interface MethodDeadline {

    /** Nothing: the toolkit's default holds for unary calls. */
    MethodDeadline UNSTATED = new Unstated();

    /** There is no limit ({@code @deadline(none)}). */
    MethodDeadline NONE = new None();

    /** See {@link #UNSTATED}. */
    record Unstated() implements MethodDeadline {}

    /** See {@link #NONE}. */
    record None() implements MethodDeadline {}

    /**
     * So long at most ({@code @deadline(2s)}).
     *
     * @param duration positive
     */
    record After(Duration duration) implements MethodDeadline {

        public After {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("a deadline must be positive");
            }
        }
    }
}
