package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the jar. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    @TempDir
    Path home;

    private Installed tool;

    @BeforeEach
    void install() throws IOException {
        tool = new Installed(home);
    }

    @Test
    void makesOneArchiveAndUsesIt() throws Exception {
        Installed.Run first = tool.shell("sh", "rpcidl --version");
        List<Path> archives = archives();
        Installed.Run second = tool.shell("sh", "rpcidl --version");
        Installed.Run traced = tool.shell("sh", "sh -x ../bin/rpcidl --version");

        assertThat(first.code()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(second).isEqualTo(first);
        assertThat(archives).hasSize(1).isEqualTo(archives());
        assertThat(traced.err())
                .contains("-XX:SharedArchiveFile=" + archives.get(0))
                .doesNotContain("ArchiveClasses");
        assertThat(sourceOfTool(archives.get(0))).contains("io.rpcidl.cli.Main source: shared objects file");
    }

    /** Where a JVM with this archive takes the tool from; the script itself turns the JVM's log off. */
    private String sourceOfTool(Path archive) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return tool.run(
                        Map.of(),
                        List.of(
                                java,
                                "-XX:+UseSerialGC",
                                "-XX:SharedArchiveFile=" + archive,
                                "-Xlog:class+load",
                                "-jar",
                                tool.bin().resolve("rpcidl.jar").toString(),
                                "--version"))
                .out();
    }

    @Test
    void worksWithoutAnArchive() throws Exception {
        Installed.Run run = tool.run(Map.of("RPCIDL_ARCHIVE", "off"), List.of("sh", "-c", "rpcidl --version"));

        assertThat(run.out()).startsWith("rpcidl ");
        assertThat(tool.cache()).doesNotExist();
    }

    @Test
    void worksWhereItCannotWriteOne() throws Exception {
        Files.createFile(tool.cache());

        Installed.Run run = tool.shell("sh", "rpcidl --version");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void worksWithAnArchiveThatIsBroken() throws Exception {
        Installed.Run whole = tool.shell("sh", "rpcidl --version");
        Path archive = archives().get(0);
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(archive, "broken");

        assertThat(tool.shell("sh", "rpcidl --version")).isEqualTo(whole);
    }

    @Test
    void isFoundThroughALink() throws Exception {
        Files.createSymbolicLink(tool.work().resolve("tool"), Path.of("../bin/rpcidl"));

        assertThat(tool.shell("sh", "./tool --version").out()).startsWith("rpcidl ");
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        Installed.Run java = tool.run(Map.of("JAVA_HOME", "/nowhere"), List.of("sh", "-c", "rpcidl --version"));
        Files.delete(tool.bin().resolve("rpcidl.jar"));
        Installed.Run jar = tool.shell("sh", "rpcidl --version");

        assertThat(java.code()).isEqualTo(2);
        assertThat(java.err())
                .isEqualTo(
                        "rpcidl: there is no /nowhere/bin/java; install Java 17 or later, or let JAVA_HOME name it\n");
        assertThat(jar.code()).isEqualTo(2);
        assertThat(jar.err()).startsWith("rpcidl: rpcidl.jar is not beside this script");
    }

    @Test
    void passesArgumentsOnAsTheyAre() throws Exception {
        assertThat(tool.shell("sh", "rpcidl check 'a  b' '*'").err()).isEqualTo("rpcidl: `a  b` does not exist\n");
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(tool.cache().resolve("rpcidl"))) {
            return files.toList();
        }
    }
}
