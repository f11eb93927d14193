package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.Metadata;
import org.jspecify.annotations.Nullable;

/** A call that this process answers, as its handler and the interceptors may see it; any thread unless said otherwise. */
public interface AnsweredCall {
    /** Stands for: no deadline. */
    long NO_DEADLINE = Long.MAX_VALUE;

    /** The method, resolved. */
    MethodDescriptor<?, ?> method();

    /** The address of the caller. */
    String peer();

    /** The id on its connection. */
    long callId();

    /** What the caller sent beside its arguments. */
    Metadata metadata();

    /** Nanoseconds until the deadline, 0 when it has passed, or {@link #NO_DEADLINE}. */
    long remainingNanos();

    /** Whether the call was given up: nobody waits for its answer. */
    boolean cancelled();

    /** Has {@code told} run once when the call is given up, on the loop or, when it was before, here. It must not block. */
    void onCancel(Runnable told);

    /** Who calls, as an interceptor or else the connection has found; null while nobody has. */
    @Nullable
    Object principal();

    /** Says who calls; by interceptors, before the handler. */
    void principal(Object who);

    /** Calls to the caller, over the connection of this call. */
    Calls backCalls();

    /** How many interceptors have been passed on the way in; on the threads that answer, one after the other. */
    int passed();

    /** Sets it. */
    void passed(int count);

    /** Adds to what travels beside the answer; before the answer is given. */
    void answerWith(Metadata metadata);
}
