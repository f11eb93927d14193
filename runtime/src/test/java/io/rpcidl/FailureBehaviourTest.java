package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.CallRefusedException;
import io.rpcidl.value.CallTimes;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How calls fail, with which outcome, and what the caller learns. */
class FailureBehaviourTest extends Behaviour {
    FailureBehaviourTest(TransportsUnderTest kind) {
        super(kind);
    }

    private TestClient working(ServiceBinding.Handler<Message, Message> work) {
        return connect(serve(new Echo() {
            @Override
            public Message work(Message message) throws Exception {
                return work.handle(message);
            }
        }));
    }

    private static Throwable work(TestClient client) {
        return catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT));
    }

    @Test
    void declaredErrorsComeAsTheyAre() {
        TestClient client = connect(serve(new Echo() {}));

        Throwable thrown = catchThrowable(() -> client.call(Echo.REFUSE, HELLO, CallOptions.DEFAULT));

        assertThat(thrown).isInstanceOf(Refused.class);
        assertThat(((Refused) thrown).why()).isEqualTo(HELLO.text());
        assertThat(CallFixture.failureOf(CallFixture.async(client, Echo.REFUSE, HELLO)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void declaredErrorsOfStagesComeAsTheyAre() {
        TestClient client = connect(serve(Echo.async(message -> CompletableFuture.supplyAsync(() -> message)
                .thenCompose(value -> CompletableFuture.failedFuture(new Refused("async"))))));

        assertThat(CallFixture.failureOf(CallFixture.async(client, Echo.REFUSE, HELLO)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void undeclaredFailuresStayOnTheServer() {
        TestClient client = working(message -> {
            throw new IllegalStateException("password is hunter2\nforged line");
        });

        Throwable thrown = work(client);

        CallFixture.assertFailed(thrown, Outcome.EXECUTED, RpcCode.INTERNAL);
        long correlation = failure(thrown).correlationId();
        assertThat(correlation).isNotZero();
        assertThat(thrown).hasMessageNotContaining("hunter2").hasNoCause();
        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("correlation id " + Long.toHexString(correlation))
                .contains("hunter2\\u000aforged line");
    }

    @Test
    void errorsOfTheMachineAreUndeclaredFailures() {
        TestClient client = working(message -> {
            throw new StackOverflowError("planted");
        });

        CallFixture.assertFailed(work(client), Outcome.EXECUTED, RpcCode.INTERNAL);
        assertThat(CallFixture.echo(client, HELLO)).isEqualTo(HELLO);
    }

    @Test
    void failedStagesAreUndeclaredFailures() {
        TestClient client = connect(serve(Echo.async(message -> CompletableFuture.supplyAsync(() -> {
            throw new IllegalStateException("planted");
        }))));

        CallFixture.assertFailed(
                CallFixture.rpcFailureOf(CallFixture.async(client, Echo.WORK, HELLO)),
                Outcome.EXECUTED,
                RpcCode.INTERNAL);
    }

    @Test
    void anErrorThatTheMethodDoesNotDeclareIsUndeclared() {
        TestClient client = working(message -> {
            throw new Refused("not declared here");
        });

        CallFixture.assertFailed(work(client), Outcome.EXECUTED, RpcCode.INTERNAL);
    }

    @Test
    @SuppressWarnings("NullAway") // the fault is the point of the test
    void aHandlerThatReturnsNullHasFailed() {
        TestClient client = working(message -> null);

        CallFixture.assertFailed(work(client), Outcome.EXECUTED, RpcCode.INTERNAL);
    }

    @Test
    void aRefusalOfTheHandlerItselfWasExecuted() {
        TestClient client = working(message -> {
            throw new CallRefusedException(RpcCode.FORBIDDEN, "not this one");
        });

        Throwable thrown = work(client);

        CallFixture.assertFailed(thrown, Outcome.EXECUTED, RpcCode.FORBIDDEN);
        assertThat(thrown).hasMessageContaining("not this one");
    }

    private static MethodDescriptor<Message, Message> method(String service, int number) {
        return MethodDescriptor.unary(service, "other", number)
                .parameters(Message.codec())
                .result(Codecs.result(Message.codec()))
                .build();
    }

    @Test
    void servicesAndMethodsThatAreNotThereAreNotExecuted() {
        TestClient client = connect(serve(new Echo() {}));

        for (MethodDescriptor<Message, Message> unknown : List.of(method("test.v1.Other", 1), method(Echo.NAME, 99))) {
            CallFixture.assertFailed(
                    catchThrowable(() -> client.call(unknown, HELLO, CallOptions.DEFAULT)),
                    Outcome.NOT_EXECUTED,
                    RpcCode.UNKNOWN_METHOD);
        }
        assertThat(CallFixture.echo(client, HELLO)).isEqualTo(HELLO);
    }

    @Test
    void methodsWithOtherStreamsAreIncompatible() {
        TestClient client = connect(serve(new Feed() {}));

        CallFixture.assertFailed(
                catchThrowable(() -> client.call(method(Feed.NAME, 1), HELLO, CallOptions.DEFAULT)),
                Outcome.NOT_EXECUTED,
                RpcCode.INCOMPATIBLE);
    }

    @Test
    void callsThatTheExecutorRejectsAreOverload() {
        AtomicInteger executions = new AtomicInteger();
        Echo counting = new Echo() {
            @Override
            public Message echo(Message message) {
                executions.incrementAndGet();
                return message;
            }
        };
        TestClient client = connect(serve(
                Echo.service(counting),
                builder -> builder.executor(task -> {
                    throw new RejectedExecutionException("full");
                })));

        Throwable thrown = catchThrowable(() -> CallFixture.echo(client, HELLO));

        CallFixture.assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
        assertThat(failure(thrown).transientFailure()).isTrue();
        assertThat(thrown.getStackTrace()).isEmpty();
        assertThat(executions).hasValue(0);
    }

    @Test
    void anExecutorThatFailsAfterItRanACallHarmsNobody() {
        TestClient client = connect(serve(
                Echo.service(new Echo() {}),
                builder -> builder.executor(task -> {
                    task.run();
                    task.run();
                    throw new IllegalStateException("planted");
                })));

        for (int i = 0; i < 3; i++) {
            assertThat(CallFixture.echo(client, HELLO)).isEqualTo(HELLO);
        }
    }

    @Test
    void failuresHaveTheCallersStack() {
        TestClient client = working(message -> {
            throw new IllegalStateException("planted");
        });

        assertThat(work(client).getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(FailureBehaviourTest.class.getName()));
    }

    @Test
    void failuresTellWhereTheTimeWentAndWhoAnswered() {
        TestClient client = working(message -> {
            throw new IllegalStateException("planted");
        });

        RpcException thrown = failure(work(client));

        assertThat(thrown.method()).isEqualTo("test.v1.Echo.work");
        assertThat(thrown.peer()).isNotEmpty();
        assertThat(thrown.callId()).isPositive();
        assertThat(thrown.attempts()).isEqualTo(1);
        CallTimes times = thrown.times();
        assertThat(times.totalNanos()).isPositive();
        assertThat(times.connectNanos()).isBetween(0L, times.totalNanos());
        assertThat(times.waitNanos()).isBetween(0L, times.totalNanos());
        assertThat(times.handlerNanos()).isLessThanOrEqualTo(times.totalNanos());
        assertThat(times.queueNanos()).isLessThanOrEqualTo(times.totalNanos());
    }

    @Test
    void aServerThatIsGoneIsUnavailable() {
        RpcServer server = serve(new Echo() {});
        TestClient client = connect(server);
        server.close();

        Throwable thrown = catchThrowable(() -> CallFixture.echo(client, HELLO));

        CallFixture.assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE);
    }
}
