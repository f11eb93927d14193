package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A server calls its caller back. */
class CallbackBehaviourTest extends Behaviour {
    private final CompletableFuture<RpcChannel> caller = new CompletableFuture<>();
    private final Echo asking = new Echo() {
        @Override
        public Message work(Message message) {
            return CallFixture.echo(CallContext.current().caller(), message);
        }

        @Override
        public Message echo(Message message) {
            caller.complete(CallContext.current().caller());
            return message;
        }
    };
    private final Echo answering = new Echo() {
        @Override
        public Message echo(Message message) {
            return new Message("back: " + message.text(), message.number());
        }
    };

    CallbackBehaviourTest(TransportsUnderTest kind) {
        super(kind);
    }

    private RpcChannel wayBackTo(TestClient client) throws Exception {
        CallFixture.echo(client, HELLO);
        return CallFixture.get(caller);
    }

    @Test
    void whileItAnswers() {
        TestClient client = connect(serve(asking), builder -> builder.offer(Echo.service(answering)));

        assertThat(client.call(Echo.WORK, new Message("a", 1), CallOptions.DEFAULT))
                .isEqualTo(new Message("back: a", 1));
    }

    @Test
    void withStreams() throws Exception {
        RpcChannel back = wayBackTo(connect(serve(asking), builder -> builder.offer(Feed.service(new Feed() {}))));

        StreamTest.assertNumbered(
                StreamTest.all(back.serverStream(Feed.COUNT, StreamTest.how(1_000, 1_000), CallOptions.DEFAULT)),
                1_000,
                1_000);
        assertThat(back.clientStream(Feed.SUM, HELLO, Feed.numbers("a", 10), CallOptions.DEFAULT))
                .isEqualTo(new Message("45", 10));
    }

    @Test
    void andHearsItsErrors() throws Exception {
        RpcChannel back = wayBackTo(connect(serve(asking), builder -> builder.offer(Echo.service(answering))));

        assertThat(catchThrowable(() -> back.call(Echo.REFUSE, HELLO, CallOptions.DEFAULT)))
                .isInstanceOf(Refused.class);
        assertThat(CallFixture.get(CallFixture.async(back, Echo.ECHO, HELLO)).text())
                .startsWith("back");
    }

    @Test
    void whichOffersNothing() throws Exception {
        RpcChannel back = wayBackTo(connect(serve(asking)));

        Throwable thrown = catchThrowable(() -> CallFixture.echo(back, HELLO));

        assertThat(failure(thrown).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(thrown).hasMessageContaining("offers no services");
    }

    @Test
    void whichHasGone() throws Exception {
        TestClient client = connect(serve(asking), builder -> builder.offer(Echo.service(answering)));
        RpcChannel back = wayBackTo(client);

        client.close();

        // What is called before the server has noticed may be lost on the way.
        Awaitility.await().untilAsserted(() -> {
            Throwable thrown = catchThrowable(() -> CallFixture.echo(back, HELLO));
            assertThat(failure(thrown).outcome()).isEqualTo(Outcome.NOT_EXECUTED);
            assertThat(failure(thrown).code()).isNotEqualTo(RpcCode.INTERNAL);
        });
    }
}
