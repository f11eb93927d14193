package io.rpcidl.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What generating does to the system, as the JVM records it. {@code src/test/scripts/trace-generate.sh} asks the system itself,
 * of a whole build by Maven.
 */
class AccessTest {

    private static final List<String> EVENTS =
            List.of("jdk.FileRead", "jdk.FileWrite", "jdk.SocketRead", "jdk.SocketWrite", "jdk.ProcessStart");

    @TempDir
    private Path folder;

    private TestProject project;

    @Test
    @DisplayName(
            "K20: generating reads the sources, the imports and the class path, writes its output, and starts nothing")
    void touchesNothingButItsInputsAndItsOutput() throws Exception {
        project = new TestProject(folder.toRealPath().resolve("project"));
        project.source("shop/orders/orders.rpcidl", TestProject.ORDERS);
        Path jar = TestProject.jar(folder.resolve("catalog.jar"), "shop/catalog/catalog.rpcidl", TestProject.CATALOG);
        project.imports.add(jar.toRealPath());

        List<RecordedEvent> events = recorded(() -> {
            assertThat(project.build()).contains("generated Java in");
            assertThat(project.build()).contains("nothing has changed");
        });

        List<Path> written = paths(events, "jdk.FileWrite");
        assertThat(written).isNotEmpty().allMatch(path -> path.startsWith(project.output));
        List<Path> read = paths(events, "jdk.FileRead");
        assertThat(read).contains(project.sources.resolve("shop/orders/orders.rpcidl"));
        assertThat(read).allMatch(this::mayBeRead);
        assertThat(events).noneMatch(event -> event.getEventType().getName().matches("jdk\\.(Socket.*|ProcessStart)"));
    }

    private boolean mayBeRead(Path path) {
        return path.startsWith(project.sources)
                || path.startsWith(project.output)
                || project.imports.contains(path)
                || path.startsWith(System.getProperty("java.home"))
                // where the JVM takes random numbers from, for the name of a temporary folder
                || path.startsWith("/dev")
                || Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .anyMatch(path::startsWith);
    }

    private interface Work {
        void run() throws Exception;
    }

    private List<RecordedEvent> recorded(Work work) throws Exception {
        try (Recording recording = new Recording()) {
            EVENTS.forEach(event -> recording.enable(event).withThreshold(Duration.ZERO));
            recording.start();
            work.run();
            recording.stop();
            Path file = folder.resolve("recording.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file);
        }
    }

    /** Those of files; the standard streams of the process have no path. */
    private static List<Path> paths(List<RecordedEvent> events, String type) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (event.getEventType().getName().equals(type) && event.getString("path") != null) {
                paths.add(Path.of(event.getString("path")));
            }
        }
        return paths;
    }
}
