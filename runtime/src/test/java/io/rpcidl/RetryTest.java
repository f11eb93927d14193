package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.retry.RetryPolicy;
import io.rpcidl.value.CallRefusedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows D08, H03 and H05 of the catalogue of hostile inputs: when another attempt follows, and when none does. */
class RetryTest extends ChannelFixture {
    private static final String SERVER = "server:1";
    private static final String NAME = "test.v1.Modified";

    /** How many attempts the handler has seen. */
    private int entered;
    /** How many attempts the server refused before. */
    private int refused;

    /** What becomes of the next attempts, in this order; then they are answered. */
    private final List<Place> failures = new ArrayList<>();

    /** Where an attempt fails. */
    enum Place {
        /** The server refuses it before the handler, and says that this will pass. */
        BEFORE_THE_HANDLER,
        /** The connection is lost when the request is there. */
        UNKNOWN,
        /** The handler fails. */
        IN_THE_HANDLER
    }

    private static MethodDescriptor<Message, Message> method(Modifier modifier) {
        return MethodDescriptor.unary(NAME, modifier.name().toLowerCase(Locale.ROOT), modifier.ordinal() + 1)
                .modifier(modifier)
                .parameters(Message.codec())
                .result(Codecs.result(Message.codec()))
                .declares(1, Refused.class, Refused.codec())
                .build();
    }

    private static final MethodDescriptor<Message, Message> NONE = method(Modifier.NONE);
    private static final MethodDescriptor<Message, Message> IDEMPOTENT = method(Modifier.IDEMPOTENT);
    private static final MethodDescriptor<Message, Message> READONLY = method(Modifier.READONLY);

    private ServiceBinding service() {
        return ServiceBinding.builder(ServiceDescriptor.of(NAME, NONE, READONLY, IDEMPOTENT))
                .async(NONE, this::answer)
                .async(READONLY, this::answer)
                .async(IDEMPOTENT, this::answer)
                .build();
    }

    private CompletionStage<Message> answer(Message message) {
        entered++;
        Place place = failures.isEmpty() ? null : failures.remove(0);
        if (place == Place.UNKNOWN) {
            net.cutSoon(SERVER);
            return new CompletableFuture<>();
        }
        return place == null
                ? CompletableFuture.completedFuture(message)
                : CompletableFuture.failedFuture(new IllegalStateException("planted"));
    }

    private RpcServer serve() {
        return serve(
                SERVER,
                service(),
                builder -> builder.intercept(new ServerInterceptor() {
                    @Override
                    public void before(CallContext call) {
                        if (!failures.isEmpty() && failures.get(0) == Place.BEFORE_THE_HANDLER) {
                            failures.remove(0);
                            refused++;
                            throw CallRefusedException.overloaded("planted", Duration.ZERO);
                        }
                    }
                }));
    }

    private RpcClient client(UnaryOperator<RpcClientBuilder> options) {
        return client(List.of(SERVER), options);
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE_THE_HANDLER, NONE, true",
        "BEFORE_THE_HANDLER, IDEMPOTENT, true",
        "BEFORE_THE_HANDLER, READONLY, true",
        "UNKNOWN, NONE, false",
        "UNKNOWN, IDEMPOTENT, true",
        "UNKNOWN, READONLY, true",
        "IN_THE_HANDLER, NONE, false",
        "IN_THE_HANDLER, IDEMPOTENT, false",
        "IN_THE_HANDLER, READONLY, false"
    })
    void triesAgainWhatIsSafe(Place place, Modifier modifier, boolean again) {
        serve();
        RpcClient client = client(builder -> builder);
        failures.add(place);

        CompletableFuture<Message> call = call(client, method(modifier), CallOptions.DEFAULT);
        advance(5_000);

        int seen = entered + refused;
        if (again) {
            assertThat(call).isCompletedWithValue(HELLO);
            assertThat(seen).isEqualTo(2);
        } else {
            RpcException failure = failure(call);
            assertThat(failure.outcome()).isEqualTo(place == Place.UNKNOWN ? Outcome.MAYBE_EXECUTED : Outcome.EXECUTED);
            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(seen).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void triesNothingAgainWhenItIsToldNotTo(Place place) {
        serve();
        failures.add(place);
        CompletableFuture<Message> call =
                call(client(builder -> builder), READONLY, CallOptions.DEFAULT.withoutRetries());
        advance(5_000);
        failures.add(place);
        CompletableFuture<Message> ofClient =
                call(client(RpcClientBuilder::withoutRetries), READONLY, CallOptions.DEFAULT);
        advance(5_000);

        assertThat(failure(call).attempts()).isEqualTo(1);
        assertThat(failure(ofClient).attempts()).isEqualTo(1);
        assertThat(entered + refused).isEqualTo(2);
    }

    @Test
    void givesUpAfterSoManyAttemptsAndKnowsTheirOutcome() {
        serve();
        failures.addAll(List.of(Place.UNKNOWN, Place.BEFORE_THE_HANDLER, Place.BEFORE_THE_HANDLER, Place.UNKNOWN));
        CompletableFuture<Message> four = call(client(builder -> builder), IDEMPOTENT, CallOptions.DEFAULT);
        advance(5_000);
        failures.addAll(List.of(Place.UNKNOWN, Place.BEFORE_THE_HANDLER));
        CompletableFuture<Message> two =
                call(client(builder -> builder), IDEMPOTENT, CallOptions.DEFAULT.withAttempts(2));
        advance(5_000);
        failures.addAll(List.of(Place.BEFORE_THE_HANDLER, Place.BEFORE_THE_HANDLER));
        CompletableFuture<Message> never =
                call(client(builder -> builder), IDEMPOTENT, CallOptions.DEFAULT.withAttempts(2));
        advance(5_000);

        assertThat(failure(four).attempts()).isEqualTo(4);
        assertThat(failure(four).outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
        // the last attempt was not executed, the first may have been
        assertThat(failure(two).attempts()).isEqualTo(2);
        assertThat(failure(two).code()).isEqualTo(RpcCode.OVERLOADED);
        assertThat(failure(two).outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
        assertThat(failure(two)).hasMessageContaining("2 attempts").hasMessageContaining("another attempt may have");
        assertThat(failure(never).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
    }

    @Test
    void hasOneDeadlineForAllAttempts() {
        serve();
        for (int i = 0; i < 20; i++) {
            failures.add(Place.BEFORE_THE_HANDLER);
        }
        RpcClient client = client(builder -> builder.retries(RetryPolicy.DEFAULT.withAttempts(10)));
        CompletableFuture<Message> call =
                call(client, IDEMPOTENT, CallOptions.DEFAULT.withDeadline(Duration.ofMillis(200)));

        advance(200);

        RpcException failure = failure(call);
        assertThat(failure.attempts()).isBetween(2, 4);
        assertThat(failure.code()).isEqualTo(RpcCode.OVERLOADED);
        assertThat(failure.times().totalNanos()).isLessThan(200_000_000);
    }

    @Test
    void triesNothingAgainThatTheServerHasAnswered() {
        ServiceBinding refusing = ServiceBinding.builder(ServiceDescriptor.of(NAME, NONE, READONLY, IDEMPOTENT))
                .async(NONE, this::answer)
                .async(READONLY, message -> {
                    entered++;
                    return CompletableFuture.failedFuture(new Refused("no"));
                })
                .async(IDEMPOTENT, this::answer)
                .build();
        serve(SERVER, refusing);

        CompletableFuture<Message> call = call(client(builder -> builder), READONLY, CallOptions.DEFAULT);
        advance(5_000);

        assertThat(call).isCompletedExceptionally();
        assertThat(entered).isEqualTo(1);
    }

    @Test
    void interceptorsSeeOneCall() {
        serve();
        List<String> seen = new ArrayList<>();
        failures.addAll(List.of(Place.UNKNOWN, Place.BEFORE_THE_HANDLER));
        RpcClient client = client(builder -> builder.intercept(new ClientInterceptor() {
            @Override
            public CallOptions before(MethodDescriptor<?, ?> method, Object arguments, CallOptions options) {
                seen.add("before");
                return options;
            }

            @Override
            public void after(MethodDescriptor<?, ?> method, CallEnd end) {
                seen.add("after " + end.outcome());
            }
        }));

        CompletableFuture<Message> call = call(client, IDEMPOTENT, CallOptions.DEFAULT);
        advance(5_000);

        assertThat(call).isCompletedWithValue(HELLO);
        assertThat(seen).containsExactly("before", "after EXECUTED");
    }

    /** All calls fail: the budget bounds what is made of them. */
    @Test
    void makesAtMostAFifthMoreAttemptsThanCalls() {
        serve();
        RpcClient client = client(builder -> builder);
        int calls = 2_000;
        for (int i = 0; i < calls * 4; i++) {
            failures.add(Place.BEFORE_THE_HANDLER);
        }

        for (int i = 0; i < calls; i++) {
            echoModified(client);
            advance(1);
        }
        advance(60_000);

        int reserve = RetryPolicy.DEFAULT.reserve();
        assertThat(refused).isGreaterThan(calls).isLessThanOrEqualTo(calls * 12 / 10 + reserve);
    }

    private void echoModified(RpcClient client) {
        CompletableFuture<Message> unused = call(client, IDEMPOTENT, CallOptions.DEFAULT);
    }

    @Test
    void aBudgetOfNothingAllowsNothing() {
        serve();
        RpcClient client = client(builder -> builder.retries(RetryPolicy.DEFAULT.withBudget(0, 1)));
        failures.addAll(List.of(Place.BEFORE_THE_HANDLER, Place.BEFORE_THE_HANDLER));

        CompletableFuture<Message> first = call(client, IDEMPOTENT, CallOptions.DEFAULT);
        advance(5_000);

        assertThat(failure(first).attempts()).isEqualTo(2);
        assertThat(entered + refused).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 700, 3_000, 60_000})
    void waitsAsLongAsTheServerAsks(long millis) {
        RetryAfterServer server = new RetryAfterServer(millis);
        server.serve();
        RpcClient client = client(builder -> builder);

        CompletableFuture<Message> call = call(client, READONLY, CallOptions.DEFAULT.withoutDeadline());
        advance(millis);
        assertThat(server.requests).isEqualTo(1);
        advance(100);

        assertThat(call).isCompletedWithValue(HELLO);
        assertThat(server.requests).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {60_001, 4_294_967_295L})
    void doesNotWaitLongerThanItsPolicyAllows(long millis) {
        RetryAfterServer server = new RetryAfterServer(millis);
        server.serve();

        CompletableFuture<Message> call =
                call(client(builder -> builder), READONLY, CallOptions.DEFAULT.withoutDeadline());

        assertThat(failure(call).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(failure(call).retryAfter()).isEqualTo(Duration.ofMillis(millis));
        assertThat(server.requests).isEqualTo(1);
    }

    @Test
    void doesNotWaitBeyondTheDeadline() {
        RetryAfterServer server = new RetryAfterServer(3_000);
        server.serve();

        CompletableFuture<Message> call =
                call(client(builder -> builder), READONLY, CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(2)));

        assertThat(failure(call).retryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(server.requests).isEqualTo(1);
    }

    /** A server whose first answer is that it is overloaded for so long. */
    private final class RetryAfterServer {
        private final long millis;
        private int requests;

        RetryAfterServer(long millis) {
            this.millis = millis;
        }

        void serve() {
            RetryTest.this.serve(
                    SERVER,
                    service(),
                    builder -> builder.intercept(new ServerInterceptor() {
                        @Override
                        public void before(CallContext call) {
                            if (++requests == 1) {
                                throw CallRefusedException.overloaded("planted", Duration.ofMillis(millis));
                            }
                        }
                    }));
        }
    }
}
