package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Compares the Java blocks of a page with the test class in which they are compiled and run. */
final class PageBlocks {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private PageBlocks() {}

    /** Each of the {@code count} blocks of {@code docs/page} stands in {@code test}. */
    static void assertCompiledIn(Class<?> test, String page, int count) throws IOException {
        Path source = Path.of("src/test/java", test.getName().replace('.', '/') + ".java");
        String compiled = flat(Files.readString(source));
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../docs", page)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).hasSize(count);
        assertThat(blocks).allSatisfy(block -> assertThat(compiled).contains(flat(block)));
    }

    /** The page breaks and indents lines in its own way. */
    private static String flat(String code) {
        return code.replaceAll("\\s+", "");
    }
}
