package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.ErrorReply;
import io.rpcidl.introspection.MethodSnapshot;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the calls of one method of one server. Any thread; counting takes no lock and no memory. */
final class MethodCounters {
    private final MethodDescriptor<?, ?> method;
    private final LongAdder arrived = new LongAdder();
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder declared = new LongAdder();
    private final LongAdder queueNanos = new LongAdder();
    private final LongAdder handlerNanos = new LongAdder();
    private final Map<RpcCode, LongAdder> failed = new EnumMap<>(RpcCode.class);

    MethodCounters(MethodDescriptor<?, ?> method) {
        this.method = method;
        for (RpcCode code : RpcCode.values()) {
            failed.put(code, new LongAdder());
        }
    }

    /** A call goes to a handler's thread. */
    void arrived() {
        arrived.increment();
    }

    /** A call has ended without a result. */
    void failed(ErrorReply error) {
        LongAdder count = failed.get(error.code());
        if (count != null) {
            count.increment();
        }
    }

    /** A call has ended with what its handler has said, or with {@code error}. */
    void ended(@Nullable ErrorReply error, int declaredError) {
        if (error != null) {
            failed(error);
        } else if (declaredError != 0) {
            declared.increment();
        } else {
            succeeded.increment();
        }
    }

    /** How long a call has waited and run; below 0 when it never did. */
    void took(long queued, long run) {
        if (run >= 0) {
            queueNanos.add(Math.max(0, queued - run));
            handlerNanos.add(run);
        }
    }

    MethodSnapshot snapshot() {
        Map<RpcCode, Long> failures = new EnumMap<>(RpcCode.class);
        failed.forEach((code, count) -> {
            if (count.sum() > 0) {
                failures.put(code, count.sum());
            }
        });
        long results = succeeded.sum();
        long errors = declared.sum();
        return new MethodSnapshot(
                method.service(),
                method.name(),
                arrived.sum(), // behind those that have ended, so that none of them has ended without having arrived
                results,
                errors,
                failures,
                Duration.ofNanos(queueNanos.sum()),
                Duration.ofNanos(handlerNanos.sum()));
    }
}
