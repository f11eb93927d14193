package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar in a process of its own. */
@DisabledOnOs(OS.WINDOWS)
class JarIT {

    private static final String SOURCE = "rpcidl 1;\npackage p;\nstruct Ä {}\n";

    @TempDir
    Path home;

    @Test
    void endsWithTheExitCodeOfTheCommand() throws Exception {
        Installed tool = new Installed(home);
        write(tool.work().resolve("src/p/a.rpcidl"), "rpcidl 1;\npackage p;\nstruct A {}\n");
        write(tool.work().resolve("bad/p/a.rpcidl"), "rpcidl 1;\npackage p;\nstruct A { 1: B b; }\n");

        assertThat(tool.java("check", "src")).isEqualTo(new Installed.Run(0, "", ""));
        Installed.Run found = tool.java("check", "bad");
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.out()).contains("error[RPC0208]").doesNotContain("\u001b");
        assertThat(found.err()).isEmpty();
        assertThat(tool.java("check", "nowhere"))
                .isEqualTo(new Installed.Run(2, "", "rpcidl: `nowhere` does not exist\n"));
    }

    /** What only decode and encode need must not make the start of the others slower. */
    @Test
    void loadsForCheckNothingThatReadsMessages() throws Exception {
        Installed tool = new Installed(home);
        write(tool.work().resolve("src/p/a.rpcidl"), "rpcidl 1;\npackage p;\nstruct A {}\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = tool.bin().resolve("rpcidl.jar").toString();

        String check = tool.run(Map.of(), List.of(java, "-Xlog:class+load", "-jar", jar, "check", "src"))
                .out();
        String decode = tool.run(Map.of(), List.of(java, "-Xlog:class+load", "-jar", jar, "decode", "00"))
                .out();

        assertThat(check)
                .contains("io.rpcidl.cli.CheckCommand")
                .doesNotContain("io.rpcidl.json", "tools.jackson", "io.rpcidl.cli.Decoding");
        assertThat(decode).contains("io.rpcidl.json.dump.MessageDump");
    }

    @Test
    void writesUtf8WhateverThePlatformWrites() throws Exception {
        Installed tool = new Installed(home);
        write(tool.work().resolve("src/p/a.rpcidl"), SOURCE);
        List<String> command = List.of("sh", "-c", "rpcidl check src");

        Installed.Run posix = tool.run(Map.of("LC_ALL", "POSIX"), command);

        assertThat(posix.out()).contains("Ä");
        assertThat(tool.run(Map.of("LC_ALL", "C.UTF-8"), command)).isEqualTo(posix);
    }

    @Test
    void saysWhenItsOutputIsLost() throws Exception {
        Installed tool = new Installed(home);
        assertThat(Path.of("/dev/full")).exists();

        Installed.Run run = tool.shell("sh", "rpcidl --help > /dev/full");

        assertThat(run).isEqualTo(new Installed.Run(2, "", "rpcidl: standard output can't be written\n"));
    }

    @Test
    void holdsWhatItNeedsAndNothingThatGetsInTheWay() throws IOException {
        try (JarFile jar = new JarFile(Installed.JAR.toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();

            assertThat(names)
                    .contains(
                            "META-INF/LICENSE",
                            "META-INF/NOTICE",
                            "META-INF/licenses/README.txt",
                            "META-INF/licenses/antlr4-runtime.txt",
                            "io/rpcidl/cli/shaded/antlr/runtime/Lexer.class")
                    .doesNotHaveDuplicates()
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA|EC)"))
                    .noneMatch(name -> name.startsWith("org/antlr"));
        }
    }

    @Test
    void isTheSameWhenItIsMadeAgain() {
        assertThat(Installed.JAR).hasSameBinaryContentAs(Path.of("target/again/rpcidl.jar"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
