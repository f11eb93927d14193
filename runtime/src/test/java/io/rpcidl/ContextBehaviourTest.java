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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What travels beside a call, and who stands around it. */
class ContextBehaviourTest extends Behaviour {
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean handled = new AtomicBoolean();
    private final Echo echo = new Echo() {
        @Override
        public Message echo(Message message) {
            handled.set(true);
            seen.add("handler " + CallContext.current().metadata().text("from"));
            return message;
        }
    };

    ContextBehaviourTest(TransportsUnderTest kind) {
        super(kind);
    }

    @Test
    void metadataTravelsBothWays() {
        TestClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                CallContext call = CallContext.current();
                call.answerWith(Metadata.EMPTY.with("served-by", "node 7"));
                call.answerWith(Metadata.EMPTY.with("tenant", call.metadata().text("tenant") + "!"));
                return message;
            }
        }));
        List<Metadata> answers = new ArrayList<>();

        client.call(
                Echo.ECHO,
                HELLO,
                CallOptions.DEFAULT
                        .withMetadata(Metadata.EMPTY.with("tenant", "wörld"))
                        .withAnswerMetadata(answers::add));

        assertThat(answers)
                .containsExactly(Metadata.EMPTY.with("served-by", "node 7").with("tenant", "wörld!"));
    }

    @Test
    void metadataTravelsWithErrorsAndOfAsynchronousCalls() throws Exception {
        TestClient client = connect(serve(new Echo() {
            @Override
            public Message refuse(Message message) throws Exception {
                CallContext.current().answerWith(Metadata.EMPTY.with("why", "because"));
                throw new Refused("no");
            }
        }));
        List<Metadata> answers = Collections.synchronizedList(new ArrayList<>());
        CallOptions options = CallOptions.DEFAULT.withAnswerMetadata(answers::add);

        assertThat(catchThrowable(() -> client.call(Echo.REFUSE, HELLO, options)))
                .isInstanceOf(Refused.class);
        assertThat(CallFixture.failureOf(
                        client.callAsync(Echo.REFUSE, HELLO, options).toCompletableFuture()))
                .isInstanceOf(Refused.class);
        CallFixture.get(client.callAsync(Echo.ECHO, HELLO, options).toCompletableFuture());

        assertThat(answers)
                .containsExactly(
                        Metadata.EMPTY.with("why", "because"), Metadata.EMPTY.with("why", "because"), Metadata.EMPTY);
    }

    @Test
    void metadataTravelsWithStreams() throws Exception {
        TestClient client = connect(serve(new Feed() {
            @Override
            public RpcStream<Message> count(Message how) {
                CallContext call = CallContext.current();
                call.answerWith(Metadata.EMPTY.with("echo", call.metadata().text("tenant")));
                return Feed.numbers("a", 2);
            }
        }));
        CompletableFuture<Metadata> answer = new CompletableFuture<>();

        StreamTest.all(client.serverStream(
                Feed.COUNT,
                HELLO,
                CallOptions.DEFAULT
                        .withMetadata(Metadata.EMPTY.with("tenant", "t"))
                        .withAnswerMetadata(answer::complete)));

        assertThat(answer).isCompletedWithValue(Metadata.EMPTY.with("echo", "t"));
    }

    @Test
    void metadataThatIsTooLargeIsRefused() {
        TestClient client = connect(serve(new Echo() {
            @Override
            public Message work(Message message) {
                CallContext.current().answerWith(Metadata.EMPTY.with("big", "x".repeat(8_192)));
                return message;
            }
        }));

        Throwable thrown = catchThrowable(() -> client.call(
                Echo.ECHO, HELLO, CallOptions.DEFAULT.withMetadata(Metadata.EMPTY.with("big", "x".repeat(8_192)))));

        CallFixture.assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE);
        CallFixture.assertFailed(
                catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT)),
                Outcome.EXECUTED,
                RpcCode.INTERNAL);
    }

    @Test
    void theHandlerKnowsItsCallAndItsCaller() {
        List<CallContext> contexts = Collections.synchronizedList(new ArrayList<>());
        TestClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                contexts.add(CallContext.current());
                return message;
            }
        }));

        CallFixture.echo(client, HELLO);
        CallFixture.echo(client, HELLO);

        assertThat(contexts).allSatisfy(call -> {
            assertThat(call.method()).isSameAs(Echo.ECHO);
            assertThat(call.peer()).isEqualTo(contexts.get(0).peer()).isNotEmpty();
            assertThat(call.principal().isEmpty()).isEqualTo(anonymous());
            assertThat(call.cancelled()).isFalse();
        });
        assertThat(contexts.stream().map(CallContext::callId).distinct())
                .hasSize(2)
                .allMatch(id -> id > 0);
        assertThat(CallContext.find()).isEmpty();
    }

    @Test
    void theContextGoesAlongWithAWrappedExecutor() throws Exception {
        CompletableFuture<Boolean> without = new CompletableFuture<>();
        CompletableFuture<Boolean> with = new CompletableFuture<>();
        TestClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                new Thread(() -> without.complete(CallContext.find().isPresent())).start();
                CallContext.wrap(work -> new Thread(work).start())
                        .execute(() -> with.complete(CallContext.find().isPresent()));
                return message;
            }
        }));

        CallFixture.echo(client, HELLO);

        assertThat(CallFixture.get(without)).isFalse();
        assertThat(CallFixture.get(with)).isTrue();
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

    private TestClient clientOf(ServerInterceptor... interceptors) {
        return connect(serve(Echo.service(echo), builder -> {
            for (ServerInterceptor interceptor : interceptors) {
                builder.intercept(interceptor);
            }
            return builder;
        }));
    }

    @Test
    void interceptorsStandAroundACallInOrder() {
        RpcServer server = serve(
                Echo.service(echo),
                builder -> builder.intercept(new ServerRecorder("s1")).intercept(new ServerRecorder("s2")));
        TestClient client = connect(
                server, builder -> builder.intercept(new ClientRecorder("c1")).intercept(new ClientRecorder("c2")));

        CallFixture.echo(client, new Message("a", 1));

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
    void interceptorsSeeDeclaredErrors() {
        RpcServer server = serve(Echo.service(echo), builder -> builder.intercept(new ServerRecorder("s")));
        TestClient client = connect(server, builder -> builder.intercept(new ClientRecorder("c")));

        assertThat(CallFixture.failureOf(CallFixture.async(client, Echo.REFUSE, HELLO)))
                .isInstanceOf(Refused.class);

        assertThat(seen).contains("s after EXECUTED Refused", "c after EXECUTED Refused");
    }

    @Test
    void interceptorsSeeTheEndOfStreams() throws Exception {
        RpcServer server = serve(Feed.service(new Feed() {}), builder -> builder);
        TestClient client = connect(server, builder -> builder.intercept(new ClientRecorder("c")));

        StreamTest.all(client.serverStream(Feed.COUNT, StreamTest.how(1, 3), CallOptions.DEFAULT));
        try (RpcStream<Message> closed =
                client.serverStream(Feed.COUNT, StreamTest.how(1_000, 100_000), CallOptions.DEFAULT)) {
            closed.next();
        }
        client.clientStream(Feed.SUM, HELLO, Feed.numbers("a", 3), CallOptions.DEFAULT);
        Collector collector = new Collector(10);
        client.serverStreamAsync(Feed.COUNT, StreamTest.how(1, 3), CallOptions.DEFAULT)
                .subscribe(collector);
        CallFixture.get(collector.all());

        assertThat(seen.stream().filter(line -> line.startsWith("c after")))
                .containsExactly(
                        "c after EXECUTED",
                        "c after MAYBE_EXECUTED CancellationException",
                        "c after EXECUTED",
                        "c after EXECUTED");
    }

    @Test
    void interceptorsRefuseWithTheirCode() {
        TestClient forbidden = clientOf(new ServerInterceptor() {
            @Override
            public void before(CallContext call) {
                throw new CallRefusedException(RpcCode.FORBIDDEN, "not you");
            }
        });
        TestClient overloaded = clientOf(new ServerInterceptor() {
            @Override
            public void arguments(CallContext call, @Nullable Object arguments) {
                throw CallRefusedException.overloaded("later", Duration.ofMillis(1_500));
            }
        });

        Throwable refused = catchThrowable(() -> CallFixture.echo(forbidden, HELLO));
        RpcException later = failure(catchThrowable(() -> CallFixture.echo(overloaded, HELLO)));

        CallFixture.assertFailed(refused, Outcome.NOT_EXECUTED, RpcCode.FORBIDDEN);
        assertThat(refused).hasMessageContaining("not you");
        CallFixture.assertFailed(later, Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
        assertThat(later.transientFailure()).isTrue();
        assertThat(later.retryAfter()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(handled).isFalse();
    }

    @Test
    void faultsOfInterceptorsHaveTheirOutcome() {
        TestClient before = clientOf(new ServerRecorder("s1"), new ServerInterceptor() {
            @Override
            public void before(CallContext call) {
                throw new IllegalArgumentException("secret");
            }
        });
        TestClient after = clientOf(new ServerInterceptor() {
            @Override
            public void after(CallContext call, CallEnd end) {
                throw new IllegalStateException("secret");
            }
        });

        Throwable early = catchThrowable(() -> CallFixture.echo(before, HELLO));
        CallFixture.assertFailed(early, Outcome.NOT_EXECUTED, RpcCode.INTERNAL);
        assertThat(early).hasMessageNotContaining("secret");
        assertThat(handled).isFalse();
        assertThat(seen).containsExactly("s1 before echo", "s1 after NOT_EXECUTED IllegalArgumentException");
        CallFixture.assertFailed(
                catchThrowable(() -> CallFixture.echo(after, HELLO)), Outcome.EXECUTED, RpcCode.INTERNAL);
        assertThat(handled).isTrue();
    }

    @Test
    void interceptorsTellTheHandlerWhoCalls() {
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
}
