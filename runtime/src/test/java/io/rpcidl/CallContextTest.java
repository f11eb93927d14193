package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.Metadata;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a handler knows of its call, and what the calls that it makes inherit. */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class CallContextTest extends CallFixture {
    CallContextTest(TransportKind kind) {
        super(kind);
    }

    @Test
    void thereIsNoneOutsideOfAHandler() {
        assertThat(CallContext.find()).isEmpty();
        assertThatIllegalStateException().isThrownBy(CallContext::current).withMessageContaining("wrap the executor");
    }

    @Test
    void knowsItsCall() throws Exception {
        CompletableFuture<CallContext> context = new CompletableFuture<>();
        CompletableFuture<Optional<Duration>> remaining = new CompletableFuture<>();
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                context.complete(CallContext.current());
                remaining.complete(CallContext.current().remaining());
                return message;
            }
        }));

        client.call(Echo.ECHO, HELLO, CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(100)));

        assertThat(get(context).method()).isSameAs(Echo.ECHO);
        assertThat(get(context).callId()).isEqualTo(1);
        assertThat(get(context).peer()).isNotEmpty();
        assertThat(get(context).cancelled()).isFalse();
        assertThat(get(remaining).orElseThrow()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(100));
    }

    @Test
    void carriesMetadataBothWays() {
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                CallContext call = CallContext.current();
                call.answerWith(Metadata.EMPTY.with("served-by", "node 7"));
                call.answerWith(Metadata.EMPTY.with("tenant", call.metadata().text("tenant") + "!"));
                return message;
            }
        }));
        CompletableFuture<Metadata> answer = new CompletableFuture<>();

        client.call(
                Echo.ECHO,
                HELLO,
                CallOptions.DEFAULT
                        .withMetadata(Metadata.EMPTY.with("tenant", "wörld"))
                        .withAnswerMetadata(answer::complete));

        assertThat(answer)
                .isCompletedWithValue(Metadata.EMPTY.with("served-by", "node 7").with("tenant", "wörld!"));
    }

    @Test
    void carriesMetadataWithErrors() {
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message refuse(Message message) throws Exception {
                CallContext.current().answerWith(Metadata.EMPTY.with("why", "because"));
                throw new Refused("no");
            }
        }));
        CompletableFuture<Metadata> answer = new CompletableFuture<>();

        Throwable thrown = catchThrowable(
                () -> client.call(Echo.REFUSE, HELLO, CallOptions.DEFAULT.withAnswerMetadata(answer::complete)));

        assertThat(thrown).isInstanceOf(Refused.class);
        assertThat(answer.join().text("why")).isEqualTo("because");
    }

    @Test
    void refusesMetadataThatIsTooLarge() {
        RpcClient client = connect(serve(new Echo() {}));

        Throwable thrown = catchThrowable(() -> client.call(
                Echo.ECHO, HELLO, CallOptions.DEFAULT.withMetadata(Metadata.EMPTY.with("big", "x".repeat(8_192)))));

        assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE);
    }

    @Test
    void callsMadeMeanwhileHaveNoMoreTimeThanIsLeft() throws Exception {
        CompletableFuture<Duration> inner = new CompletableFuture<>();
        RpcClient backend = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                inner.complete(CallContext.current().remaining().orElseThrow());
                return message;
            }
        }));
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message work(Message message) {
                return backend.call(Echo.ECHO, message, CallOptions.DEFAULT.withoutDeadline());
            }
        }));

        client.call(Echo.WORK, HELLO, CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(100)));

        assertThat(get(inner)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(100));
    }

    @Test
    void isCarriedAlongByAWrappedExecutor() throws Exception {
        CompletableFuture<Boolean> without = new CompletableFuture<>();
        CompletableFuture<Boolean> with = new CompletableFuture<>();
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                Thread plain =
                        new Thread(() -> without.complete(CallContext.find().isPresent()));
                plain.start();
                CallContext.wrap(work -> new Thread(work).start())
                        .execute(() -> with.complete(CallContext.find().isPresent()));
                return message;
            }
        }));

        echo(client, HELLO);

        assertThat(get(without)).isFalse();
        assertThat(get(with)).isTrue();
    }

    @Test
    void tellsOfACancelledCall() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<CallContext> context = new CompletableFuture<>();
        RpcClient client = connect(serve(
                Echo.async(message -> {
                    CallContext.current().onCancel(told::countDown);
                    context.complete(CallContext.current());
                    begun.countDown();
                    return new CompletableFuture<>();
                }),
                builder -> builder));
        CompletableFuture<Message> call = async(client, Echo.WORK, HELLO);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        call.cancel(true);

        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(get(context).cancelled()).isTrue();
    }
}
