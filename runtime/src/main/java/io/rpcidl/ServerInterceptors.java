package io.rpcidl;

import io.rpcidl.call.AnsweredCall;
import io.rpcidl.call.ServerHooks;
import io.rpcidl.value.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The interceptors of one server, in order. */
final class ServerInterceptors implements ServerHooks {
    private final List<ServerInterceptor> interceptors;

    private ServerInterceptors(List<ServerInterceptor> interceptors) {
        this.interceptors = interceptors;
    }

    static ServerHooks of(List<ServerInterceptor> interceptors) {
        return interceptors.isEmpty() ? NONE : new ServerInterceptors(List.copyOf(interceptors));
    }

    @Override
    public void before(AnsweredCall call) {
        CallContext context = new CallContext(call);
        for (ServerInterceptor interceptor : interceptors) {
            call.passed(call.passed() + 1);
            interceptor.before(context);
        }
    }

    @Override
    public void arguments(AnsweredCall call, @Nullable Object arguments) {
        CallContext context = new CallContext(call);
        for (ServerInterceptor interceptor : interceptors) {
            interceptor.arguments(context, arguments);
        }
    }

    @Override
    public void after(AnsweredCall call, Outcome outcome, @Nullable Throwable failure) {
        CallContext context = new CallContext(call);
        CallEnd end = new CallEnd(outcome, failure);
        RuntimeException thrown = null;
        for (int i = call.passed() - 1; i >= 0; i--) {
            try {
                interceptors.get(i).after(context, end);
            } catch (RuntimeException faulty) {
                thrown = faulty; // the others are told all the same
            }
        }
        if (thrown != null) {
            throw thrown;
        }
    }
}
