package io.rpcidl.compiler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.Sources;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.diagnostic.Severity;
import io.rpcidl.compiler.source.LineIndex;
import io.rpcidl.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BrokenSourcesTest {

    private static final Path VALID = Path.of("src/test/corpus/valid");
    private static final List<String> FILES = List.of("shop/orders/v1/orders.rpcidl", "shop/catalog/v1/catalog.rpcidl");
    private static final Pattern WORD = Pattern.compile("\"(?:\\\\.|[^\"\\n])*\"|[A-Za-z0-9_]+|//[^\\n]*|[^\\s]");
    private static final int BROKEN = 1_000;
    private static final int MAX_ERRORS = 20;

    @TempDir
    Path root;

    /** A source with one word changed, and the lines from the word before the change to the word behind it. */
    private record Mutant(String path, String text, int firstLine, int lastLine) {}

    @Test
    @Timeout(1_000)
    @DisplayName("K17: 1,000 broken sources: an error in the line that was broken, few errors, no exception")
    void pointsAtTheLineThatWasBroken() throws IOException {
        Random random = new Random(17);
        int broken = 0;
        List<String> wrong = new ArrayList<>();
        while (broken < BROKEN) {
            Mutant mutant = mutant(FILES.get(random.nextInt(FILES.size())), random);
            CompileResult result = compile(mutant);
            List<Diagnostic> errors = result.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    .toList();
            assertThat(errors).hasSizeLessThanOrEqualTo(MAX_ERRORS);
            if (!errors.isEmpty()) {
                broken++;
                if (errors.stream().noneMatch(error -> isIn(mutant, error))) {
                    wrong.add(mutant.firstLine() + "-" + mutant.lastLine() + "\n"
                            + new DiagnosticRenderer().text(errors));
                }
            }
        }
        assertThat(wrong.size()).as(String.join("\n", wrong)).isZero();
    }

    private CompileResult compile(Mutant mutant) throws IOException {
        for (String file : FILES) {
            new Sources(root).withBytes(file, Files.readAllBytes(VALID.resolve(file)));
        }
        new Sources(root).withBytes(mutant.path(), mutant.text().getBytes(StandardCharsets.UTF_8));
        return new Sources(root).compile();
    }

    private static boolean isIn(Mutant mutant, Diagnostic error) {
        LineIndex lines = new LineIndex(error.span().file());
        int line = lines.line(error.span().start());
        return error.span().file().path().equals(mutant.path())
                && line >= mutant.firstLine()
                && line <= mutant.lastLine();
    }

    private static Mutant mutant(String path, Random random) throws IOException {
        String text = Files.readString(VALID.resolve(path));
        List<int[]> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (!matcher.group().startsWith("//")) {
                words.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        int at = 1 + random.nextInt(words.size() - 3);
        int[] word = words.get(at);
        int[] next = words.get(at + 1);
        String changed = text.substring(word[0], word[1]);
        String mutated = switch (random.nextInt(3)) {
            case 0 -> text.substring(0, word[0]) + text.substring(word[1]);
            case 1 -> text.substring(0, word[1]) + " " + changed + text.substring(word[1]);
            default ->
                text.substring(0, word[0])
                        + text.substring(next[0], next[1])
                        + text.substring(word[1], next[0])
                        + " "
                        + changed
                        + text.substring(next[1]);
        };
        LineIndex lines = new LineIndex(new SourceFile(path, path, text));
        return new Mutant(path, mutated, lines.line(words.get(at - 1)[0]), lines.line(words.get(at + 2)[0]));
    }
}
