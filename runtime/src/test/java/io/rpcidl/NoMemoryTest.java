package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.value.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The N-th buffer finds no memory, on either end, for each N of a session (L03): calls fail, and none waits for ever. */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(120)
class NoMemoryTest extends CallFixture {
    private static final int MOST_WRITES = 500;
    private final LogCapture loops = new LogCapture("io.netty.util.concurrent");

    NoMemoryTest(TransportKind kind) {
        super(kind);
    }

    @AfterEach
    void closeLog() {
        loops.close();
    }

    @Test
    void everyCallEndsWhicheverBufferIsMissing() throws Exception {
        RpcServer server = serve(new Echo() {});
        int failedCalls = 0;
        int writes = 0;
        for (boolean struck = true; struck && writes < MOST_WRITES; ) {
            RpcClient client = connect(server);
            transport.failWrite(++writes);
            failedCalls += session(client);
            struck = transport.writeHasFailed();
            transport.failWrite(0);
            assertThat(echo(connect(server), HELLO)).isEqualTo(HELLO);
            client.close();
        }
        assertThat(writes).isBetween(10, MOST_WRITES - 1);
        assertThat(failedCalls).isGreaterThanOrEqualTo(writes / 2);
    }

    /** Some calls one after the other, and some together; returns how many failed. */
    private static int session(RpcClient client) throws Exception {
        int failed = 0;
        for (int i = 0; i < 5; i++) {
            failed += ended(async(client, Echo.ECHO, new Message("alone", i)));
        }
        List<CompletableFuture<?>> together = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            together.add(async(client, Echo.WORK, new Message("x".repeat(20_000), i)));
        }
        for (CompletableFuture<?> call : together) {
            failed += ended(call);
        }
        return failed;
    }

    private static int ended(CompletableFuture<?> call) throws Exception {
        try {
            call.get(60, TimeUnit.SECONDS);
            return 0;
        } catch (ExecutionException failure) {
            assertThat(failure.getCause()).isInstanceOf(RpcException.class);
            return 1;
        }
    }
}
