package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.Metadata;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.zip.CRC32C;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Many callers, and the threads on which they hear (rows M03 and M06 of the catalogue of hostile inputs). */
class LoadBehaviourTest extends Behaviour {
    private static final int CALLERS = 64;
    private static final int CALLS = 30;

    LoadBehaviourTest(TransportsUnderTest kind) {
        super(kind);
    }

    private static long checksum(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    @Test
    void givesEachOfManyCallersItsOwnAnswers() throws Exception {
        TestClient client = connect(serve(new Echo() {
            @Override
            public Message work(Message message) {
                assertThat(checksum(message.text())).isEqualTo(message.number());
                return new Message(message.text(), ~message.number());
            }
        }));
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(caller);
            callers.add(CompletableFuture.runAsync(() -> call(client, random), work -> new Thread(work).start()));
        }

        for (CompletableFuture<Void> caller : callers) {
            caller.get(50, TimeUnit.SECONDS);
        }
    }

    private static void call(TestClient client, Random random) {
        for (int i = 0; i < CALLS; i++) {
            String text = random.ints(random.nextInt(i % 20 == 0 ? 100_000 : 200), 'a', 'z')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            Message message = new Message(text, checksum(text));
            Message answer = i % 2 == 0
                    ? client.call(Echo.WORK, message, CallOptions.DEFAULT)
                    : client.callAsync(Echo.WORK, message, CallOptions.DEFAULT)
                            .toCompletableFuture()
                            .join();
            assertThat(answer.text().equals(text)).isTrue();
            assertThat(answer.number()).isEqualTo(~checksum(text));
        }
    }

    /** What is told of a call comes before its end, and once. */
    @Test
    void tellsOfEachCallOnceAndNeverAfterItsEnd() throws Exception {
        TestClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) throws Exception {
                CallContext.current().answerWith(Metadata.EMPTY.with("n", "" + message.number()));
                if (message.number() % 3 == 0) {
                    throw new IllegalStateException("planted");
                }
                return message;
            }
        }));
        int calls = 600;
        AtomicIntegerArray told = new AtomicIntegerArray(calls);
        AtomicIntegerArray ended = new AtomicIntegerArray(calls);
        AtomicInteger wrong = new AtomicInteger();
        List<CompletableFuture<?>> ends = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            int number = i;
            CallOptions options = CallOptions.DEFAULT.withAnswerMetadata(metadata -> {
                if (told.incrementAndGet(number) != 1 || ended.get(number) != 0) {
                    wrong.incrementAndGet();
                }
            });
            CompletableFuture<Message> call =
                    client.callAsync(Echo.ECHO, new Message("", i), options).toCompletableFuture();
            ends.add(call.handle((answer, failure) -> ended.incrementAndGet(number)));
            if (i % 5 == 0) {
                call.cancel(true);
            }
        }

        for (CompletableFuture<?> end : ends) {
            CallFixture.get(end);
        }
        for (int i = 0; i < calls; i++) {
            assertThat(told.get(i)).isLessThanOrEqualTo(1);
            assertThat(ended.get(i)).isEqualTo(1);
        }
        assertThat(wrong).hasValue(0);
    }

    @Test
    void refusesWhatIsTooMuchAndServesTheRest() throws Exception {
        CountDownLatch entered = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger executions = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(3));
        closeLater(pool::shutdownNow);
        TestClient client = connect(serve(
                Echo.service(new Echo() {
                    @Override
                    public Message work(Message message) throws Exception {
                        executions.incrementAndGet();
                        entered.countDown();
                        release.await();
                        return message;
                    }
                }),
                builder -> builder.executor(pool)));
        List<CompletableFuture<Message>> calls = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            calls.add(CallFixture.async(client, Echo.WORK, HELLO));
        }
        await(entered);
        for (int i = 0; i < 20; i++) {
            calls.add(CallFixture.async(client, Echo.WORK, HELLO));
        }
        Awaitility.await()
                .until(() -> calls.stream().filter(CompletableFuture::isDone).count() == 17);
        release.countDown();

        int refused = 0;
        for (CompletableFuture<Message> call : calls) {
            Throwable thrown = catchThrowable(() -> CallFixture.get(call));
            if (thrown != null) {
                CallFixture.assertFailed(thrown.getCause(), Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
                refused++;
            }
        }
        assertThat(refused).isEqualTo(17);
        assertThat(executions).hasValue(5);
    }

    @Test
    void refusesToBlockWhereRepliesAreDelivered() {
        for (boolean direct : new boolean[] {true, false}) {
            CompletableFuture<Message> gate = new CompletableFuture<>();
            RpcServer server = serve(Echo.async(message -> gate));
            TestClient client = connect(server, builder -> direct ? builder.directExecutor() : builder);
            CompletableFuture<Message> chained = client.callAsync(Echo.ECHO, HELLO, CallOptions.DEFAULT)
                    .thenApply(reply -> CallFixture.echo(client, reply))
                    .toCompletableFuture();

            gate.complete(HELLO); // only now, so that the reply is delivered where replies are

            assertThatThrownBy(chained::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void runsHandlersWhereTheServerWasAskedTo() {
        TestClient client = connect(serve(
                Echo.service(new Echo() {
                    @Override
                    public Message echo(Message message) {
                        return new Message(Thread.currentThread().getName(), 0);
                    }
                }),
                builder -> builder.executor(task -> new Thread(task, "mine").start())));

        assertThat(CallFixture.echo(client, HELLO).text()).isEqualTo("mine");
    }

    @Test
    void servesOnTheThreadThatDeliversWhenAsked() throws Exception {
        RpcServer server = serve(Echo.service(new Echo() {}), RpcServerBuilder::directExecutor);
        TestClient client = connect(server, ClientOptions::directExecutor);

        assertThat(CallFixture.echo(client, HELLO)).isEqualTo(HELLO);
        assertThat(CallFixture.get(CallFixture.async(client, Echo.ECHO, HELLO))).isEqualTo(HELLO);
    }

    @Test
    void completesEvenWhereTheExecutorOfTheCallerFails() {
        TestClient client = connect(
                serve(new Echo() {}),
                builder -> builder.executor(task -> {
                    throw new IllegalStateException("planted");
                }));

        assertThat(CallFixture.async(client, Echo.ECHO, HELLO)).succeedsWithin(20, TimeUnit.SECONDS);
    }
}
