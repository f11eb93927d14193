package io.rpcidl.benchmarks.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.benchmarks.rpc.Contender.Ability;
import io.rpcidl.benchmarks.rpc.Contender.Direction;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each contender does what it is measured at. */
class ContendersTest {
    private static final int ITEMS = 1_000;
    private static final Message BLOB = Message.blob(64 << 10);

    @BeforeAll
    static void makeACertificate(@TempDir Path folder) throws Exception {
        String[] option = Certificates.make(folder).substring(2).split("=", 2);
        System.setProperty(option[0], option[1]);
    }

    static List<String> names() {
        return Contenders.all().stream().map(Contender::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    @Timeout(600)
    void answers(String name) throws Exception {
        Contender contender = Contenders.of(name);
        try (Contender.ServerSide server = contender.serve();
                Contender.ClientSide client = contender.connect(server.port())) {
            if (contender.abilities().contains(Ability.BLOCKING)) {
                client.callAndWait(Message.SMALL);
            }
            if (contender.abilities().contains(Ability.ASYNC)) {
                for (Message message : new Message[] {Message.SMALL, Message.MEDIA, BLOB, Message.blob(1 << 20)}) {
                    End end = new End();
                    client.call(message, end);
                    end.await();
                }
                End held = new End();
                client.hold(1, held);
                held.await();
            }
            if (contender.abilities().contains(Ability.STREAMS)) {
                for (Direction direction : Direction.values()) {
                    streams(client, direction);
                }
            }
        }
    }

    private static void streams(Contender.ClientSide client, Direction direction) throws Exception {
        for (Message item : new Message[] {Message.SMALL, BLOB}) {
            End end = new End();
            client.stream(direction, item, ITEMS, end);
            end.await();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    @Timeout(600)
    void runsALoad(String name) throws Exception {
        Contender contender = Contenders.of(name);
        Workload workload = Workload.all().stream()
                .filter(each -> each.suits(contender))
                .findFirst()
                .orElse(null);
        if (workload == null) {
            assertThat(contender.abilities())
                    .as("a contender that suits no workload on this JDK")
                    .isEmpty();
            return;
        }
        try (Contender.ServerSide server = contender.serve();
                Contender.ClientSide client = contender.connect(server.port())) {
            Load load = Load.of(workload, contender, client, server.port());
            load.start();
            while (load.ended() < ITEMS && load.failure() == null) {
                LockSupport.parkNanos(1_000_000); // some contenders need all processors for themselves
            }
            load.stop();
            load.awaitEnd();

            assertThat(load.failure()).isNull();
            assertThat(load.latencies().getTotalCount()).isPositive();
        }
    }

    @Test
    void namesThoseThatThereAre() {
        assertThatThrownBy(() -> Contenders.of("carrier-pigeon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no contender 'carrier-pigeon'")
                .hasMessageContaining("netty");
    }

    /** Waits for the end of a call. */
    private static final class End implements Completion {
        private final CompletableFuture<String> told = new CompletableFuture<>();

        @Override
        public void done(@Nullable Throwable failure) {
            told.complete(String.valueOf(failure));
        }

        void await() throws Exception {
            assertThat(told.get(300, TimeUnit.SECONDS)).isEqualTo("null");
        }
    }
}
