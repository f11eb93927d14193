package io.rpcidl.processes.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.processes.child.Child;
import io.rpcidl.processes.ledger.Ledger;
import io.rpcidl.processes.ledger.Ledger.Runs;
import io.rpcidl.processes.load.Patience;
import io.rpcidl.processes.serve.ServerProcess;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.MaybeExecutedException;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import ledger.v1.Task;
import ledger.v1.WorkClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Row F10 of the catalogue: a server process that stands still, for a while or for ever (SIGSTOP, SIGCONT). */
@Timeout(300)
class StoppedServerTest {
    private static final long CALLS = 100;

    @TempDir
    Path folder;

    private Child server;
    private RpcClient client;
    private WorkClient work;

    @BeforeEach
    void start() {
        server = ServerProcess.start(folder.resolve("ledger"), 0, List.of(), List.of("-Xmx128m"));
        client = RpcClient.builder()
                .plaintext()
                .target("127.0.0.1:" + server.line())
                .withoutRetries()
                .build();
        work = new WorkClient(client).with(CallOptions.DEFAULT.withoutDeadline());
        Patience.awaitAnswer(client, 0);
    }

    @AfterEach
    void end() {
        server.close();
        client.close();
    }

    private static Task task(long id) {
        return new Task(id, 0, Bytes.EMPTY);
    }

    /** Calls from {@code first} on, to a server that takes none of them. */
    private List<CompletableFuture<Long>> calls(long first) {
        return LongStream.range(first, first + CALLS)
                .mapToObj(id -> work.async().change(task(id)).toCompletableFuture())
                .toList();
    }

    private Map<Long, Runs> ledger() {
        return Ledger.read(folder.resolve("ledger"));
    }

    /** A pause of two seconds is far below the twenty after which a silent peer is given up. */
    @Test
    void thatGoesOnInTimeHasLostNothing() {
        server.stop();
        List<CompletableFuture<Long>> calls = calls(1);
        MaybeExecutedException late = catchThrowableOfType(
                MaybeExecutedException.class,
                () -> work.with(CallOptions.DEFAULT.withDeadline(Duration.ofSeconds(2)))
                        .change(task(10_000)));
        assertThat(late.code()).isEqualTo(RpcCode.DEADLINE);
        assertThat(calls).noneMatch(CompletableFuture::isDone);

        server.goOn();
        calls.forEach(CompletableFuture::join);
        assertThat(ledger()).containsEntry(CALLS, new Runs(1, 1));
        assertThat(server.ask("connections")).isEqualTo("connections 1");
    }

    /** It is given up, what is in flight may have been executed, and has been, once the process goes on. */
    @Test
    void thatStaysSilentIsGivenUp() {
        server.stop();
        List<RpcException> failures = calls(1).stream()
                .map(call -> (RpcException) catchThrowableOfType(CompletionException.class, call::join)
                        .getCause())
                .toList();
        assertThat(failures)
                .hasSize((int) CALLS)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(MaybeExecutedException.class))
                .allMatch(failure -> failure.code() == RpcCode.UNAVAILABLE);

        server.goOn();
        Patience.awaitAnswer(client, 20_000);
        assertThat(ledger()).doesNotContainValue(new Runs(2, 2)).containsEntry(20_000L, new Runs(1, 1));
    }
}
