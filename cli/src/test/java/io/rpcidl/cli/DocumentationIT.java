package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The page about the command line, played from top to bottom; {@code -Drpcidl.help=update} refreshes what it shows. */
@DisabledOnOs(OS.WINDOWS)
class DocumentationIT {

    private static final Path PAGE = Path.of("../docs/command-line.md");

    private static final Pattern BLOCK = Pattern.compile(
            "```rpcidl\\n// (?<path>\\S+)\\n(?<source>.*?)```\\n"
                    + "|```sh\\n(?<script>.*?)```\\n(```text\\n(?<shown>.*?)```\\n)?",
            Pattern.DOTALL);

    private static final Pattern FENCE = Pattern.compile("^```(\\w+)$", Pattern.MULTILINE);

    @TempDir
    Path home;

    @Test
    void printsWhatThePageShows() throws Exception {
        Installed tool = new Installed(home);
        String page = Files.readString(PAGE);
        StringBuilder played = new StringBuilder();
        Matcher block = BLOCK.matcher(page);
        int end = 0;
        while (block.find()) {
            played.append(page, end, block.start());
            played.append(block.group("path") == null ? play(tool, block.group("script")) : write(tool, block));
            end = block.end();
        }
        played.append(page, end, page.length());
        if ("update".equals(System.getProperty("rpcidl.help"))) {
            Files.writeString(PAGE, played);
        }
        assertThat(played.toString()).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void hasNoBlockThatNothingPlays() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(FENCE.matcher(page).results().map(fence -> fence.group(1)))
                .contains("sh")
                .isSubsetOf("rpcidl", "sh", "text");
        assertThat(BLOCK.matcher(page).replaceAll("")).doesNotContain("```");
    }

    @Test
    void explainsEveryCommandAndOption() throws IOException {
        String page = Files.readString(PAGE);
        String common = section(page, "What all commands have in common");

        for (Command command : Commands.all()) {
            String section = section(page, "rpcidl " + command.name());
            for (Option option : command.syntax().options()) {
                assertThat(common + section)
                        .as(command.name() + " " + option.name())
                        .contains("`" + option.name());
            }
        }
    }

    private static String section(String page, String title) {
        int start = page.indexOf("\n## " + title + "\n");
        assertThat(start).as("the section " + title).isPositive();
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static String play(Installed tool, String script) throws IOException, InterruptedException {
        Installed.Run run = tool.shell("sh", "exec 2>&1\n" + script);
        String shown = run.out().isEmpty() ? "" : "```text\n" + run.out() + "```\n";
        return "```sh\n" + script + "```\n" + shown;
    }

    private static String write(Installed tool, Matcher block) throws IOException {
        Path file = tool.work().resolve(block.group("path"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, block.group("source"));
        return block.group();
    }
}
