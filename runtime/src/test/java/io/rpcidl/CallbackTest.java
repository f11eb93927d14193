package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.CallRefusedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A server calls the services that its client offers, over the connection that the client has opened. */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class CallbackTest extends CallFixture {
    CallbackTest(TransportKind kind) {
        super(kind);
    }

    /** A server whose {@code work} asks its caller's {@code echo}, or keeps the way back. */
    private static final class AsksBack implements Echo {
        final CompletableFuture<RpcChannel> caller = new CompletableFuture<>();

        @Override
        public Message work(Message message) {
            RpcChannel back = CallContext.current().caller();
            caller.complete(back);
            return CallFixture.echo(back, message);
        }

        @Override
        public Message echo(Message message) {
            caller.complete(CallContext.current().caller());
            return message;
        }
    }

    private static final Echo ANSWERS = new Echo() {
        @Override
        public Message echo(Message message) {
            return new Message("back: " + message.text(), message.number());
        }
    };

    @Test
    void aHandlerAsksItsCaller() {
        RpcClient client = connect(serve(new AsksBack()), builder -> builder.offer(Echo.service(ANSWERS)));

        Message answer = client.call(Echo.WORK, new Message("a", 1), CallOptions.DEFAULT);

        assertThat(answer).isEqualTo(new Message("back: a", 1));
        assertThat(transport.connects()).isEqualTo(1);
    }

    @Test
    void aServerPullsItemsOfItsCaller() throws Exception {
        AsksBack server = new AsksBack();
        RpcClient client = connect(serve(server), builder -> builder.offer(Feed.service(new Feed() {})));
        echo(client, HELLO);
        RpcChannel back = get(server.caller);

        StreamTest.assertNumbered(
                StreamTest.all(back.serverStream(Feed.COUNT, StreamTest.how(1_000, 1_000), CallOptions.DEFAULT)),
                1_000,
                1_000);
        Message sum = back.clientStream(Feed.SUM, HELLO, Feed.numbers("a", 10), CallOptions.DEFAULT);

        assertThat(sum).isEqualTo(new Message("45", 10));
    }

    @Test
    void interceptorsStandAroundWhatIsOffered() {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        RpcClient client = connect(
                serve(new AsksBack()),
                builder -> builder.offer(Echo.service(ANSWERS))
                        .offeredExecutor(task -> {
                            seen.add("thread");
                            task.run();
                        })
                        .interceptOffered(new ServerInterceptor() {
                            @Override
                            public void before(CallContext call) {
                                seen.add("before " + call.method().name());
                            }

                            @Override
                            public void after(CallContext call, CallEnd end) {
                                seen.add("after " + end.outcome());
                            }
                        })
                        .interceptOffered(new ServerInterceptor() {
                            @Override
                            public void before(CallContext call) {
                                seen.add("refused");
                                throw new CallRefusedException(RpcCode.FORBIDDEN, "not today");
                            }
                        }));

        assertFailed(
                catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT)),
                Outcome.EXECUTED,
                RpcCode.INTERNAL); // the handler's own call was refused, and it does not declare that
        assertThat(seen).containsExactly("thread", "before echo", "refused", "after NOT_EXECUTED");
    }

    @Test
    void theErrorsOfTheCallerComeBack() throws Exception {
        AsksBack server = new AsksBack();
        RpcClient client = connect(serve(server), builder -> builder.offer(Echo.service(new Echo() {})));
        echo(client, HELLO);

        assertThat(catchThrowable(() -> get(server.caller).call(Echo.REFUSE, HELLO, CallOptions.DEFAULT)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCallerThatOffersNothingIsNotAsked() {
        RpcClient client = connect(serve(new AsksBack()));

        assertFailed(
                catchThrowable(() -> client.call(Echo.WORK, HELLO, CallOptions.DEFAULT)),
                Outcome.EXECUTED,
                RpcCode.INTERNAL);
        assertThat(log.lines()).anyMatch(line -> line.contains("offers no services"));
    }

    @Test
    void theWayBackEndsWithItsConnection() throws Exception {
        AsksBack server = new AsksBack();
        RpcClient client = connect(serve(server), builder -> builder.offer(Echo.service(ANSWERS)));
        echo(client, HELLO);
        RpcChannel back = get(server.caller);
        assertThat(echo(back, HELLO).text()).startsWith("back");

        client.close();

        Throwable thrown = catchThrowable(() -> echo(back, HELLO));
        assertFailed(thrown, Outcome.NOT_EXECUTED, ((io.rpcidl.value.RpcException) thrown).code());
    }
}
