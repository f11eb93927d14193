package io.rpcidl.call;

import io.rpcidl.value.Outcome;
import org.jspecify.annotations.Nullable;

/** What a server does around each call that it answers; on the thread of the step that it stands beside. */
public interface ServerHooks {
    /** Does nothing. */
    ServerHooks NONE = new ServerHooks() {
        @Override
        public void before(AnsweredCall call) {}

        @Override
        public void arguments(AnsweredCall call, @Nullable Object arguments) {}

        @Override
        public void after(AnsweredCall call, Outcome outcome, @Nullable Throwable failure) {}
    };

    /** Before the arguments are decoded; whatever it throws refuses the call, which is not executed. */
    void before(AnsweredCall call);

    /** The arguments are decoded, and the handler was not entered; likewise. */
    void arguments(AnsweredCall call, @Nullable Object arguments);

    /** The handler has ended, or never began; whatever it throws takes the place of the answer. */
    void after(AnsweredCall call, Outcome outcome, @Nullable Throwable failure);
}
