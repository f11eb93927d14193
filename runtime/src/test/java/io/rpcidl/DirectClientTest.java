package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.introspection.MethodSnapshot;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is a direct call's own; the rest is in the behaviour suite. */
@Timeout(60)
class DirectClientTest {
    private static final Message HELLO = CallFixture.HELLO;

    private final List<AutoCloseable> opened = new ArrayList<>();

    private <T extends AutoCloseable> T closeLater(T resource) {
        opened.add(0, resource);
        return resource;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    private RpcServer serve(Echo handler) {
        return closeLater(
                RpcServer.builder().inProcess().add(Echo.service(handler)).start());
    }

    private DirectClient direct(RpcServer server) {
        return closeLater(DirectClient.of(server).build());
    }

    @Test
    void handsOverTheVeryValues() {
        CompletableFuture<Message> taken = new CompletableFuture<>();
        Message given = new Message("given", 1);
        DirectClient client = direct(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                taken.complete(message);
                return given;
            }
        }));

        assertThat(CallFixture.echo(client, HELLO)).isSameAs(given);
        assertThat(taken.join()).isSameAs(HELLO);
    }

    @Test
    void runsHandlersOnThreadsOfTheServer() {
        DirectClient client = direct(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                return new Message(Thread.currentThread().toString(), 0);
            }
        }));

        assertThat(CallFixture.echo(client, HELLO).text())
                .isNotEqualTo(Thread.currentThread().toString());
    }

    @Test
    void reachesAServerThatListensForOthersAndOneThatDoesNotYet() {
        RpcServer tcp = closeLater(RpcServer.builder()
                .plaintext()
                .listen("127.0.0.1", 0)
                .add(Echo.service(new Echo() {}))
                .start());
        RpcServer built = closeLater(
                RpcServer.builder().inProcess().add(Echo.service(new Echo() {})).build());

        assertThat(CallFixture.echo(direct(tcp), HELLO)).isSameAs(HELLO);
        assertThat(CallFixture.echo(direct(built), HELLO)).isSameAs(HELLO);
        assertThat(tcp.openConnections()).isZero();
    }

    @Test
    void refusesADescriptorThatIsNotTheHandlersOwn() {
        MethodDescriptor<Message, Message> other = MethodDescriptor.unary(Echo.NAME, "echo", 1)
                .parameters(Message.codec())
                .result(Codecs.result(Message.codec()))
                .build();
        DirectClient client = direct(serve(new Echo() {}));

        Throwable thrown = catchThrowable(() -> client.call(other, HELLO, CallOptions.DEFAULT));

        CallFixture.assertFailed(thrown, Outcome.NOT_EXECUTED, RpcCode.INCOMPATIBLE);
        assertThat(thrown).hasMessageContaining("loopback");
    }

    @Test
    void refusesCallsAboveTheServersBound() throws Exception {
        CountDownLatch entered = new CountDownLatch(16);
        CountDownLatch release = new CountDownLatch(1);
        RpcServer server = closeLater(RpcServer.builder()
                .inProcess()
                .limits(RpcLimits.DEFAULTS.withCallsInFlight(16))
                .executor(work -> new Thread(work).start())
                .add(Echo.service(new Echo() {
                    @Override
                    public Message work(Message message) throws Exception {
                        entered.countDown();
                        release.await();
                        return message;
                    }
                }))
                .start());
        DirectClient client = direct(server);
        List<CompletableFuture<Message>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(CallFixture.async(client, Echo.WORK, HELLO));
        }
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();

        RpcException refused = CallFixture.rpcFailureOf(CallFixture.async(client, Echo.ECHO, HELLO));

        CallFixture.assertFailed(refused, Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
        assertThat(refused.transientFailure()).isTrue();
        release.countDown();
        for (CompletableFuture<Message> call : calls) {
            assertThat(CallFixture.get(call)).isSameAs(HELLO);
        }
        assertThat(CallFixture.echo(client, HELLO)).isSameAs(HELLO);
    }

    @Test
    void countsItsCallsWithAllOthers() throws Exception {
        RpcServer server = serve(new Echo() {});
        DirectClient client = direct(server);

        CallFixture.echo(client, HELLO);
        catchThrowable(() -> client.call(Echo.REFUSE, HELLO, CallOptions.DEFAULT));

        List<MethodSnapshot> methods =
                CallFixture.get(server.snapshot().toCompletableFuture()).methods();
        assertThat(methods.stream()
                        .filter(method -> method.arrived() > 0)
                        .map(method -> method.method() + " " + method.succeeded() + " " + method.declared()))
                .containsExactly("echo 1 0", "refuse 0 1");
    }

    @Test
    void leavesNothingOfCallsThatHaveEnded() throws Exception {
        DirectClient client = direct(serve(new Echo() {}));
        CompletableFuture<WeakReference<Message>> sent = new CompletableFuture<>();
        sendAndForget(client, sent);
        WeakReference<Message> left = sent.join();

        Awaitility.await().until(() -> {
            System.gc();
            return left.get() == null;
        });
    }

    private static void sendAndForget(DirectClient client, CompletableFuture<WeakReference<Message>> sent) {
        Message message = new Message("x".repeat(1_000), 1);
        CallFixture.echo(client, message);
        sent.complete(new WeakReference<>(message));
    }

    @Test
    void isNotWhatAServerOfSocketsCanBeCalledByWithEncoding() {
        RpcServer tcp = closeLater(RpcServer.builder()
                .plaintext()
                .listen("127.0.0.1", 0)
                .add(Echo.service(new Echo() {}))
                .start());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RpcClient.builder().loopback(tcp))
                .withMessageContaining("inProcess()");
    }
}
