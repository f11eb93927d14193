package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.value.NotExecutedException;
import io.rpcidl.value.RpcException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/deadlines.md shows: each of its blocks stands in this file, where it is compiled and run. */
@Timeout(60)
class DeadlinesPageTest extends CallFixture {
    private final List<String> log = new ArrayList<>();
    private final Message message = HELLO;

    DeadlinesPageTest() {
        super(TransportKind.MEMORY);
    }

    @Test
    void isCompiledHere() throws IOException {
        PageBlocks.assertCompiledIn(DeadlinesPageTest.class, "deadlines.md", 3);
    }

    @Test
    void statesADeadlineOrNone() {
        RpcClient client = connect(serve(new Echo() {}));
        Message quick = client.call(Echo.ECHO, message, CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(20)));
        Message patient = client.call(Echo.ECHO, message, CallOptions.DEFAULT.withoutDeadline());
        assertThat(quick).isEqualTo(patient);
    }

    @Test
    void handsOnWhatIsLeft() throws Exception {
        RpcClient backend = connect(serve(new Echo() {}));
        CompletableFuture<Optional<Duration>> seen = new CompletableFuture<>();
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message work(Message message) {
                Message answer = backend.call(Echo.ECHO, message, CallOptions.DEFAULT);
                Optional<Duration> left = CallContext.current().remaining();
                seen.complete(left);
                return answer;
            }
        }));

        client.call(Echo.WORK, message, CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(30)));

        assertThat(seen.get(30, TimeUnit.SECONDS))
                .hasValueSatisfying(left -> assertThat(left).isLessThan(Duration.ofSeconds(30)));
    }

    @Test
    void saysWhatIsKnown() {
        CompletableFuture<Message> never = new CompletableFuture<>();
        RpcClient client = connect(serve(Echo.async(request -> never), builder -> builder));
        try {
            client.call(Echo.WORK, message, CallOptions.DEFAULT.withDeadline(Duration.ofMillis(50)));
        } catch (NotExecutedException neverRan) {
            log.add("safe to call again: " + neverRan.phase());
        } catch (RpcException ran) {
            log.add(ran.outcome() + ", so ask the server before calling again: "
                    + ran.times().totalNanos());
        }
        assertThat(log).hasSize(1);
    }
}
