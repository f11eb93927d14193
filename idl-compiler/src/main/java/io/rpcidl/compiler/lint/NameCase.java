package io.rpcidl.compiler.lint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ways to write a name of several words. */
enum NameCase {
    /** {@code PlacedAt}. */
    PASCAL("[A-Z][A-Za-z0-9]*", "PascalCase"),
    /** {@code placedAt}. */
    CAMEL("[a-z][A-Za-z0-9]*", "lowerCamelCase"),
    /** {@code PLACED_AT}. */
    UPPER_SNAKE("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", "UPPER_SNAKE_CASE");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private final Pattern pattern;
    private final String words;

    NameCase(String pattern, String words) {
        this.pattern = Pattern.compile(pattern);
        this.words = words;
    }

    /** What it is called. */
    String words() {
        return words;
    }

    boolean fits(String name) {
        return pattern.matcher(name).matches();
    }

    /** The same words, written like this. */
    String of(String name) {
        List<String> parts = BETWEEN_WORDS
                .splitAsStream(name)
                .filter(part -> !part.isEmpty())
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toList();
        return switch (this) {
            case UPPER_SNAKE -> String.join("_", parts).toUpperCase(Locale.ROOT);
            case PASCAL -> parts.stream().map(NameCase::capital).collect(Collectors.joining());
            case CAMEL ->
                parts.get(0) + parts.stream().skip(1).map(NameCase::capital).collect(Collectors.joining());
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
