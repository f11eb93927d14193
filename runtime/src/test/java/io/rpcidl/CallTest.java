package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.codec.Empty;
import io.rpcidl.value.ExecutedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class CallTest extends CallFixture {
    CallTest(TransportKind kind) {
        super(kind);
    }

    @Test
    void returnsWhatTheHandlerReturns() {
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                return new Message(message.text() + "!", message.number() + 1);
            }
        }));

        assertThat(echo(client, HELLO)).isEqualTo(new Message("hello, wörld!", 43));
        assertThat(client.call(Echo.PING, Empty.INSTANCE, CallOptions.DEFAULT)).isSameAs(Empty.INSTANCE);
    }

    @Test
    void connectsWithTheFirstCallAndOnce() {
        RpcClient client = connect(serve(new Echo() {}));
        assertThat(transport.connects()).isZero();

        echo(client, HELLO);
        echo(client, HELLO);

        assertThat(transport.connects()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000})
    void answersManyCallsInFlightOnOneConnection(int count) throws Exception {
        CountDownLatch allArrived = new CountDownLatch(1);
        CompletableFuture<Message> gate = new CompletableFuture<>();
        RpcClient client = connect(serve(
                Echo.async(message -> {
                    if (message.number() == count - 1) {
                        allArrived.countDown();
                    }
                    return gate.thenApply(opened -> message);
                }),
                builder -> builder));

        List<CompletableFuture<Message>> replies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            replies.add(async(client, Echo.ECHO, new Message("call " + i, i)));
        }
        assertThat(allArrived.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(replies).noneMatch(CompletableFuture::isDone);
        gate.complete(HELLO);

        for (int i = 0; i < count; i++) {
            assertThat(get(replies.get(i))).isEqualTo(new Message("call " + i, i));
        }
        assertThat(transport.connects()).isEqualTo(1);
    }

    @Test
    void carriesMessagesOfManyFrames() throws Exception {
        RpcClient client = connect(serve(new Echo() {}));
        String large = "æ".repeat(1_000_000);

        CompletableFuture<Message> first = async(client, Echo.ECHO, new Message(large, 1));
        CompletableFuture<Message> small = async(client, Echo.ECHO, new Message("small", 2));
        CompletableFuture<Message> second = async(client, Echo.ECHO, new Message(large, 3));

        assertThat(get(small)).isEqualTo(new Message("small", 2));
        assertThat(get(first)).isEqualTo(new Message(large, 1));
        assertThat(get(second)).isEqualTo(new Message(large, 3));
    }

    @Test
    void deliversOnewayCallsWithoutAnAnswer() throws Exception {
        CompletableFuture<Message> noted = new CompletableFuture<>();
        CountDownLatch release = new CountDownLatch(1);
        RpcClient client = connect(serve(new Echo() {
            @Override
            public void note(Message message) throws Exception {
                release.await();
                noted.complete(message);
            }
        }));

        client.call(Echo.NOTE, HELLO, CallOptions.DEFAULT);

        assertThat(noted).isNotDone();
        release.countDown();
        assertThat(get(noted)).isEqualTo(HELLO);
    }

    @Test
    void throwsDeclaredErrorsAsTheyAre() {
        RpcClient client = connect(serve(new Echo() {}));

        assertThatThrownBy(() -> client.call(Echo.REFUSE, HELLO, CallOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(HELLO.text()));
        assertThat(failureOf(async(client, Echo.REFUSE, HELLO))).isInstanceOf(Refused.class);
    }

    @Test
    void keepsTheDetailsOfAnUndeclaredFailureOnTheServer() {
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message work(Message message) {
                throw new IllegalStateException("password is hunter2\nforged line");
            }
        }));

        Throwable thrown = catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT));

        assertFailed(thrown, Outcome.EXECUTED, RpcCode.INTERNAL);
        long correlation = ((RpcException) thrown).correlationId();
        assertThat(correlation).isNotZero();
        assertThat(thrown).hasMessageNotContaining("hunter2").hasNoCause();
        String wire = new String(transport.written(), StandardCharsets.ISO_8859_1);
        assertThat(wire).contains("hello").doesNotContain("hunter2").doesNotContain("IllegalState");
        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("correlation id " + Long.toHexString(correlation))
                .contains("IllegalStateException")
                .contains("hunter2\\u000aforged line");
    }

    @Test
    void treatsAnErrorThatTheMethodDoesNotDeclareAsUndeclared() {
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message work(Message message) throws Exception {
                throw new Refused("not declared here");
            }
        }));

        assertFailed(
                catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT)),
                Outcome.EXECUTED,
                RpcCode.INTERNAL);
    }

    @Test
    void saysThatAResultThatCannotBeWrittenWasExecuted() {
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                return new Message("\ud800", 1);
            }

            @Override
            @SuppressWarnings("NullAway") // the fault is the point of the test
            public Message work(Message message) {
                return null;
            }
        }));

        assertFailed(catchThrowable(() -> echo(client, HELLO)), Outcome.EXECUTED, RpcCode.INTERNAL);
        assertFailed(
                catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT)),
                Outcome.EXECUTED,
                RpcCode.INTERNAL);
    }

    @Test
    void completesStagesOfAsynchronousHandlersLater() throws Exception {
        CompletableFuture<CompletableFuture<Message>> handed = new CompletableFuture<>();
        RpcClient client = connect(serve(
                Echo.async(message -> {
                    CompletableFuture<Message> stage = new CompletableFuture<>();
                    handed.complete(stage);
                    return stage;
                }),
                builder -> builder));

        CompletableFuture<Message> reply = async(client, Echo.WORK, HELLO);
        get(handed).complete(new Message("later", 1));

        assertThat(get(reply)).isEqualTo(new Message("later", 1));
    }

    @Test
    void tellsTheFailuresOfAsynchronousHandlers() {
        RpcClient client = connect(serve(
                Echo.async(message -> CompletableFuture.supplyAsync(() -> {
                            throw new IllegalStateException("planted");
                        })
                        .thenApply(nothing -> message)),
                builder -> builder));
        RpcClient declared = connect(
                serve(Echo.async(message -> CompletableFuture.failedFuture(new Refused("async"))), builder -> builder));

        assertFailed(rpcFailureOf(async(client, Echo.WORK, HELLO)), Outcome.EXECUTED, RpcCode.INTERNAL);
        assertThat(failureOf(async(declared, Echo.REFUSE, HELLO))).isInstanceOf(Refused.class);
    }

    @Test
    void throwsOnTheCallersStack() {
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message work(Message message) {
                throw new IllegalStateException("planted");
            }
        }));

        assertThatThrownBy(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT))
                .isInstanceOf(ExecutedException.class)
                .satisfies(thrown -> assertThat(thrown.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("throwsOnTheCallersStack")
                                || frame.getMethodName().contains("lambda$throwsOnTheCallersStack")));
    }
}
