package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.CallTarget;
import io.rpcidl.value.Metadata;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a caller has made ready before anything is sent. */
final class PreparedCall<Q, R extends @Nullable Object> {
    /** The method. */
    final MethodDescriptor<Q, R> method;

    /** The same for the connection. */
    final CallTarget target;

    /** The encoded parameters. */
    final byte[] arguments;

    /** When the caller called, on the client's clock. */
    final long startedAt;

    /** When the call has to end, on the same clock. */
    final long deadline;

    /** What is done beyond one attempt. */
    CallPolicy policy = CallPolicy.ONCE;

    /** The encoded metadata, or null. */
    byte @Nullable [] metadata;

    /** Told of the metadata of the answer, or null. */
    @Nullable
    Consumer<? super Metadata> answer;

    PreparedCall(MethodDescriptor<Q, R> method, CallTarget target, byte[] arguments, long startedAt, long deadline) {
        this.method = method;
        this.target = target;
        this.arguments = arguments;
        this.startedAt = startedAt;
        this.deadline = deadline;
    }
}
