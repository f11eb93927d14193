package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.call.HandlerThreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Row M05 of the catalogue of hostile inputs: callers and handlers on virtual threads where the running JDK has them, and on
 * platform threads where it has not, with the same results; and no virtual thread keeps its carrier while it waits in our code.
 */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(120)
class VirtualThreadsTest extends CallFixture {
    private static final int CALLERS = 64;
    private static final int ROUNDS = 10;
    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final Duration LONG = Duration.ofMillis(20);

    @TempDir
    Path folder;

    VirtualThreadsTest(TransportKind kind) {
        super(kind);
    }

    private void load(RpcClient client) throws Exception {
        ExecutorService callers = HandlerThreads.open(CALLERS, CALLERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                running.add(callers.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        MixedLoadTest.round(client, caller, round);
                    }
                    return null;
                }));
            }
            for (Future<?> done : running) {
                Object unused = done.get(100, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void haveTheSameResultsAndAreNotPinned() throws Exception {
        RpcServer server = serve(Echo.service(new Echo() {}), builder -> builder.add(Feed.service(new Feed() {})));
        RpcClient client = connect(server);
        load(client); // a class that is being initialized pins whoever is first, once
        Path file = folder.resolve("pinned.jfr");

        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(LONG).withStackTrace();
            recording.start();
            load(client);
            recording.stop();
            recording.dump(file);
        }

        assertThat(Files.size(file)).isPositive();
        assertThat(RecordingFile.readAllEvents(file))
                .filteredOn(event -> event.getEventType().getName().equals(PINNED))
                .filteredOn(VirtualThreadsTest::ours)
                .as("virtual threads that waited on their carriers")
                .isEmpty();
    }

    private static boolean ours(RecordedEvent event) {
        return event.getStackTrace() == null
                || event.getStackTrace().getFrames().stream()
                        .anyMatch(frame -> frame.getMethod().getType().getName().startsWith("io.rpcidl."));
    }
}
