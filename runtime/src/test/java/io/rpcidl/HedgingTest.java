package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rpcidl.balance.Balancer;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.retry.Hedging;
import io.rpcidl.retry.RetryPolicy;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Attempts that overlap, for readonly methods only. */
class HedgingTest extends ChannelFixture {
    private static final List<String> TWO = List.of("a:1", "b:1");
    private static final Hedging AFTER_50 = new Hedging(Duration.ofMillis(50), 3);
    private static final CallOptions HEDGED = CallOptions.DEFAULT.withHedging(AFTER_50);

    /** What the handlers have been asked, in order, and their answers. */
    private final List<CompletableFuture<Message>> asked = new ArrayList<>();

    private final List<String> servers = new ArrayList<>();
    private int cancelled;

    private void serveBoth() {
        for (String target : TWO) {
            serve(target, Echo.async(message -> {
                CompletableFuture<Message> answer = new CompletableFuture<>();
                servers.add(target);
                asked.add(answer);
                CallContext.current().onCancel(() -> cancelled++);
                return answer;
            }));
        }
    }

    private RpcClient client(UnaryOperator<RpcClientBuilder> options) {
        RpcClient client = client(TWO, builder -> options.apply(builder.balancer(Balancer.roundRobin())));
        CompletableFuture<?> unused = client.connectAsync().toCompletableFuture();
        advance(1);
        return client;
    }

    private void answer(int attempt, Message message) {
        net.loop.execute(() -> asked.get(attempt).complete(message));
        net.loop.run();
    }

    private void fail(int attempt) {
        net.loop.execute(() -> asked.get(attempt).completeExceptionally(new IllegalStateException("planted")));
        net.loop.run();
    }

    @Test
    void theFirstAnswerWinsAndTheOtherAttemptIsCancelled() {
        serveBoth();
        CompletableFuture<Message> call = call(client(builder -> builder), Echo.ECHO, HEDGED);
        advance(49);
        assertThat(asked).hasSize(1);
        advance(1);
        assertThat(asked).hasSize(2);

        answer(1, new Message("second", 2));

        assertThat(call).isCompletedWithValue(new Message("second", 2));
        assertThat(cancelled).isEqualTo(1);
        answer(0, new Message("first", 1));
        advance(1_000);
        assertThat(call).isCompletedWithValue(new Message("second", 2));
        assertThat(asked).hasSize(2);
    }

    @Test
    void anotherAttemptGoesToAnotherServer() {
        serveBoth();
        RpcClient client = client(builder -> builder);
        for (int i = 0; i < 10; i++) {
            CompletableFuture<Message> unused = call(client, Echo.ECHO, HEDGED);
            advance(50);
            answer(asked.size() - 1, HELLO);
        }

        for (int i = 0; i < servers.size(); i += 2) {
            assertThat(servers.get(i)).isNotEqualTo(servers.get(i + 1));
        }
    }

    @Test
    void aQuickAnswerCostsNothing() {
        serveBoth();
        CompletableFuture<Message> call = call(client(builder -> builder), Echo.ECHO, HEDGED);

        answer(0, HELLO);
        advance(10_000);

        assertThat(call).isCompletedWithValue(HELLO);
        assertThat(asked).hasSize(1);
    }

    @Test
    void makesNoMoreAttemptsThanItWasAskedFor() {
        serveBoth();
        CompletableFuture<Message> call = call(client(builder -> builder), Echo.ECHO, HEDGED);

        advance(9_999);
        assertThat(asked).hasSize(3);
        advance(1);

        RpcException failure = failure(call);
        assertThat(failure.code()).isEqualTo(RpcCode.DEADLINE);
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(failure.outcome()).isNotEqualTo(Outcome.NOT_EXECUTED);
    }

    @Test
    void whatTheHandlerAnswersEndsTheCallAlsoWhenItIsAFailure() {
        serveBoth();
        CompletableFuture<Message> call = call(client(builder -> builder), Echo.ECHO, HEDGED);
        advance(50);

        fail(0);

        RpcException failure = failure(call);
        assertThat(failure.outcome()).isEqualTo(Outcome.EXECUTED);
        assertThat(failure.code()).isEqualTo(RpcCode.INTERNAL);
        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(cancelled).isEqualTo(1);
    }

    @Test
    void anAttemptThatIsLostLeavesTheOtherOne() {
        serveBoth();
        CompletableFuture<Message> call = call(client(builder -> builder), Echo.ECHO, HEDGED);
        advance(50);

        net.cut(servers.get(0));
        assertThat(call).isNotDone();
        answer(1, HELLO);

        assertThat(call).isCompletedWithValue(HELLO);
    }

    @Test
    void cancellingEndsAllAttempts() {
        serveBoth();
        CompletableFuture<Message> call = call(client(builder -> builder), Echo.ECHO, HEDGED);
        advance(50);

        call.cancel(true);
        net.loop.run();

        assertThat(cancelled).isEqualTo(2);
        asked.forEach(answer -> answer.cancel(true));
        advance(10_000);
        assertThat(failure(call).attempts()).isEqualTo(2);
        assertThat(asked).hasSize(2);
    }

    @Test
    void sharesTheBudgetOfRetries() {
        serveBoth();
        RpcClient client = client(builder -> builder.hedging(AFTER_50).retries(RetryPolicy.DEFAULT.withBudget(0, 3)));
        for (int i = 0; i < 5; i++) {
            CompletableFuture<Message> unused = echo(client);
        }

        advance(5_000);

        assertThat(asked).hasSize(5 + 3);
    }

    @Test
    void isForReadonlyMethodsOnly() {
        serveBoth();
        List<Outcome> ends = new ArrayList<>();
        RpcClient client = client(builder -> builder.hedging(AFTER_50).intercept(new ClientInterceptor() {
            @Override
            public CallOptions before(MethodDescriptor<?, ?> method, Object arguments, CallOptions options) {
                return options;
            }

            @Override
            public void after(MethodDescriptor<?, ?> method, CallEnd end) {
                ends.add(end.outcome());
            }
        }));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.callAsync(Echo.WORK, HELLO, HEDGED))
                .withMessageContaining("method test.v1.Echo.work can't be hedged: only a readonly method");
        assertThat(ends).containsExactly(Outcome.NOT_EXECUTED);
        CompletableFuture<Message> unused = call(client, Echo.WORK, CallOptions.DEFAULT);
        advance(5_000);
        assertThat(asked).hasSize(1);
    }

    @Test
    void isOffUnlessAskedFor() {
        serveBoth();
        CompletableFuture<Message> unused = echo(client(builder -> builder));

        advance(9_000);

        assertThat(asked).hasSize(1);
    }

    @Test
    void withoutRetriesThereIsNoHedgingEither() {
        serveBoth();
        CompletableFuture<Message> unused =
                call(client(builder -> builder.hedging(AFTER_50)), Echo.ECHO, CallOptions.DEFAULT.withoutRetries());

        advance(9_000);

        assertThat(asked).hasSize(1);
    }
}
