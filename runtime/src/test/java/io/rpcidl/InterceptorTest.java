package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.CallRefusedException;
import io.rpcidl.value.Metadata;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What interceptors see, in which order, and what becomes of a call when they throw. */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class InterceptorTest extends CallFixture {
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean handled = new AtomicBoolean();

    InterceptorTest(TransportKind kind) {
        super(kind);
    }

    private final class ServerRecorder implements ServerInterceptor {
        private final String name;

        ServerRecorder(String name) {
            this.name = name;
        }

        @Override
        public void before(CallContext call) {
            seen.add(name + " before " + call.method().name());
        }

        @Override
        public void arguments(CallContext call, @Nullable Object arguments) {
            seen.add(name + " " + arguments);
        }

        @Override
        public void after(CallContext call, CallEnd end) {
            seen.add(name + " after " + end.outcome() + (end.succeeded() ? "" : " " + kind(end.failure())));
        }
    }

    private final class ClientRecorder implements ClientInterceptor {
        private final String name;

        ClientRecorder(String name) {
            this.name = name;
        }

        @Override
        public CallOptions before(MethodDescriptor<?, ?> method, @Nullable Object arguments, CallOptions options) {
            seen.add(name + " before " + method.name());
            return options.withMetadata(Metadata.EMPTY.with("from", name));
        }

        @Override
        public void after(MethodDescriptor<?, ?> method, CallEnd end) {
            seen.add(name + " after " + end.outcome() + (end.succeeded() ? "" : " " + kind(end.failure())));
        }
    }

    private static String kind(@Nullable Throwable failure) {
        return failure == null ? "" : failure.getClass().getSimpleName();
    }

    private final Echo echo = new Echo() {
        @Override
        public Message echo(Message message) {
            handled.set(true);
            seen.add("handler " + CallContext.current().metadata().text("from"));
            return message;
        }
    };

    private RpcClient clientOf(ServerInterceptor... interceptors) {
        RpcServer server = serve(Echo.service(echo), builder -> {
            for (ServerInterceptor interceptor : interceptors) {
                builder.intercept(interceptor);
            }
            return builder;
        });
        return connect(server);
    }

    @Test
    void standAroundACallInOrder() {
        RpcServer server = serve(
                Echo.service(echo),
                builder -> builder.intercept(new ServerRecorder("s1")).intercept(new ServerRecorder("s2")));
        RpcClient client = connect(
                server, builder -> builder.intercept(new ClientRecorder("c1")).intercept(new ClientRecorder("c2")));

        echo(client, new Message("a", 1));

        assertThat(seen)
                .containsExactly(
                        "c1 before echo",
                        "c2 before echo",
                        "s1 before echo",
                        "s2 before echo",
                        "s1 Message[text=a, number=1]",
                        "s2 Message[text=a, number=1]",
                        "handler c2",
                        "s2 after EXECUTED",
                        "s1 after EXECUTED",
                        "c2 after EXECUTED",
                        "c1 after EXECUTED");
    }

    @Test
    void seeTheOutcomeOfDeclaredErrorsAndAsynchronousCalls() {
        RpcServer server = serve(Echo.service(echo), builder -> builder.intercept(new ServerRecorder("s")));
        RpcClient client = connect(server, builder -> builder.intercept(new ClientRecorder("c")));

        assertThat(failureOf(async(client, Echo.REFUSE, HELLO))).isInstanceOf(Refused.class);

        assertThat(seen).contains("s after EXECUTED Refused", "c after EXECUTED Refused");
    }

    @Test
    void refuseBeforeTheHandlerWithTheirCode() {
        RpcClient client = clientOf(new ServerInterceptor() {
            @Override
            public void before(CallContext call) {
                throw new CallRefusedException(RpcCode.FORBIDDEN, "not you");
            }
        });

        Throwable thrown = catchThrowable(() -> echo(client, HELLO));

        assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.FORBIDDEN);
        assertThat(thrown).hasMessageContaining("not you");
        assertThat(handled).isFalse();
    }

    @Test
    void refuseForAWhile() {
        RpcClient client = clientOf(new ServerInterceptor() {
            @Override
            public void arguments(CallContext call, @Nullable Object arguments) {
                throw CallRefusedException.overloaded("later", Duration.ofMillis(1_500));
            }
        });

        RpcException thrown = (RpcException) catchThrowable(() -> echo(client, HELLO));

        assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
        assertThat(thrown.transientFailure()).isTrue();
        assertThat(thrown.retryAfter()).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void aFaultBeforeTheHandlerIsInternalAndNotExecuted() {
        RpcClient client = clientOf(new ServerRecorder("s1"), new ServerInterceptor() {
            @Override
            public void before(CallContext call) {
                throw new IllegalArgumentException("secret");
            }
        });

        Throwable thrown = catchThrowable(() -> echo(client, HELLO));

        assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.INTERNAL);
        assertThat(thrown).hasMessageNotContaining("secret");
        assertThat(handled).isFalse();
        assertThat(seen).containsExactly("s1 before echo", "s1 after NOT_EXECUTED IllegalArgumentException");
    }

    @Test
    void aFaultAfterTheHandlerIsInternalAndExecuted() {
        RpcClient client = clientOf(new ServerInterceptor() {
            @Override
            public void after(CallContext call, CallEnd end) {
                throw new IllegalStateException("secret");
            }
        });

        Throwable thrown = catchThrowable(() -> echo(client, HELLO));

        assertFailed(thrown, Outcome.EXECUTED, RpcCode.INTERNAL);
        assertThat(handled).isTrue();
    }

    @Test
    void aRefusalOfTheHandlerItselfWasExecuted() {
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                throw new CallRefusedException(RpcCode.FORBIDDEN, "not this one");
            }
        }));

        assertFailed(catchThrowable(() -> echo(client, HELLO)), Outcome.EXECUTED, RpcCode.FORBIDDEN);
    }

    @Test
    void tellTheHandlerWhoCalls() {
        List<Object> principals = Collections.synchronizedList(new ArrayList<>());
        RpcServer server = serve(
                Echo.service(new Echo() {
                    @Override
                    public Message echo(Message message) {
                        principals.add(CallContext.current().principal().orElseThrow());
                        return message;
                    }
                }),
                builder -> builder.intercept(new ServerInterceptor() {
                    @Override
                    public void before(CallContext call) {
                        call.authenticated("user of " + call.metadata().text("token"));
                    }
                }));

        connect(server).call(Echo.ECHO, HELLO, CallOptions.DEFAULT.withMetadata(Metadata.EMPTY.with("token", "t1")));

        assertThat(principals).containsExactly("user of t1");
    }

    @Test
    void seeTheEndOfStreams() throws Exception {
        RpcServer server = serve(Feed.service(new Feed() {}), builder -> builder.intercept(new ServerRecorder("s")));
        RpcClient client = connect(server, builder -> builder.intercept(new ClientRecorder("c")));

        StreamTest.all(client.serverStream(Feed.COUNT, StreamTest.how(1, 3), CallOptions.DEFAULT));
        try (RpcStream<Message> closed =
                client.serverStream(Feed.COUNT, StreamTest.how(1_000, 100_000), CallOptions.DEFAULT)) {
            closed.next();
        }
        client.clientStream(Feed.SUM, HELLO, Feed.numbers("a", 3), CallOptions.DEFAULT);
        Collector collector = new Collector(10);
        client.serverStreamAsync(Feed.COUNT, StreamTest.how(1, 3), CallOptions.DEFAULT)
                .subscribe(collector);
        get(collector.all());

        assertThat(seen.stream().filter(line -> line.startsWith("c after")))
                .containsExactly(
                        "c after EXECUTED",
                        "c after MAYBE_EXECUTED CancellationException",
                        "c after EXECUTED",
                        "c after EXECUTED");
    }
}
