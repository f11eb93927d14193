package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Severity;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.compiler.syntax.SourceParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Sources with one or two words deleted, doubled or swapped: the compiler always answers, briefly, with places that exist. */
class MutantProperties {

    private static final Path ORDERS = Path.of("src/test/corpus/valid/shop/orders/v1/orders.rpcidl");
    private static final Path CATALOG = Path.of("src/test/corpus/valid/shop/catalog/v1/catalog.rpcidl");
    private static final Pattern WORD = Pattern.compile("\"(?:\\\\.|[^\"\\n])*\"|[A-Za-z0-9_]+|//[^\\n]*|\\s+|.");

    /** About as many as the example has. */
    private static final int WORDS = 700;

    private enum Change {
        DELETE,
        DOUBLE,
        SWAP
    }

    @Property(tries = 1_000)
    void alwaysAnswersWithAFewDiagnostics(
            @ForAll Change change,
            @ForAll @IntRange(max = 10_000) int first,
            @ForAll @IntRange(max = 10_000) int second)
            throws IOException {
        String mutant = mutate(mutate(Files.readString(ORDERS), change, first), change, second);
        Path root = Files.createTempDirectory("mutant");
        try {
            new Sources(root)
                    .withBytes("shop/orders/v1/orders.rpcidl", mutant.getBytes(StandardCharsets.UTF_8))
                    .withBytes("shop/catalog/v1/catalog.rpcidl", Files.readAllBytes(CATALOG));

            CompileResult result = new Sources(root).compile();

            assertThat(result.schema() != null).isEqualTo(result.succeeded());
            assertThat(errors(result)).isLessThanOrEqualTo(Diagnostics.MAX_ERRORS_PER_FILE);
            assertThat(result.diagnostics()).allSatisfy(MutantProperties::pointsIntoTheSource);
            assertThat(new DiagnosticRenderer().text(result.diagnostics())).doesNotContain("\r", "\t");
        } finally {
            delete(root);
        }
    }

    @Example
    void answersEachMissingWordWithOneSyntaxErrorAtMost() throws IOException {
        String text = Files.readString(ORDERS);
        for (int i = 0; i < WORDS; i++) {
            String mutant = mutate(text, Change.DELETE, i);
            Diagnostics diagnostics = new Diagnostics();

            FileDecl file = SourceParser.parse(new SourceFile("a", "a", mutant), diagnostics);

            assertThat(file.broken()).isEqualTo(diagnostics.hasErrors());
            assertThat(diagnostics.sorted().stream().map(new DiagnosticRenderer()::line))
                    .as(mutant)
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private static String mutate(String text, Change change, int position) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        List<Integer> solid = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isBlank() && !words.get(i).startsWith("//")) {
                solid.add(i);
            }
        }
        int at = solid.get(position % (solid.size() - 1));
        switch (change) {
            case DELETE -> words.remove(at);
            case DOUBLE -> words.add(at, words.get(at) + " ");
            case SWAP -> Collections.swap(words, at, solid.get(position % (solid.size() - 1) + 1));
        }
        return String.join("", words);
    }

    private static long errors(CompileResult result) {
        return result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .count();
    }

    private static void pointsIntoTheSource(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        assertThat(span.start()).isBetween(0, span.end());
        assertThat(span.end()).isLessThanOrEqualTo(span.file().text().length());
        assertThat(diagnostic.code().id()).isEqualTo(diagnostic.code().id().toUpperCase(Locale.ROOT));
        assertThat(diagnostic.message()).isNotBlank().doesNotContain("\n");
    }

    private static void delete(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            files.sorted(Collections.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
