package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.SpecBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each clause of chapter 14 of wire-spec.md is named by a test of this module. */
class ChapterTest {

    private static final Pattern CLAUSE = Pattern.compile("\\*\\*(W-14\\.\\d+)\\*\\*");
    private static final Pattern NAMED = Pattern.compile("W-14\\.\\d+(?: to W-14\\.\\d+)?");

    @Test
    void everyClauseHasATest() throws IOException {
        Set<String> clauses = new TreeSet<>();
        Matcher clause = CLAUSE.matcher(Files.readString(SpecBlocks.SPEC));
        while (clause.find()) {
            clauses.add(clause.group(1));
        }
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                NAMED.matcher(Files.readString(file)).results().forEach(match -> addAll(named, match.group()));
            }
        }
        assertThat(clauses).hasSize(23);
        assertThat(named).containsAll(clauses);
    }

    private static void addAll(Set<String> named, String text) {
        String[] ends = text.replace("W-14.", "").split(" to ");
        for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
            named.add("W-14." + i);
        }
    }
}
