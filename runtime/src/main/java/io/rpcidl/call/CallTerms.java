package io.rpcidl.call;

import io.rpcidl.value.Metadata;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a caller has stated beside its parameters.
 *
 * @param timeout how long the call may take; null for ever
 * @param metadata what travels beside the arguments
 * @param policy what is done beyond one attempt
 * @param answer told, before the result or failure is given, of what came beside the answer; null when nobody wants to know
 */
public record CallTerms(
        @Nullable Duration timeout,
        Metadata metadata,
        CallPolicy policy,
        @Nullable Consumer<? super Metadata> answer) {}
