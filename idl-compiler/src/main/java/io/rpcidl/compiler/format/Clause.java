package io.rpcidl.compiler.format;

import io.rpcidl.compiler.syntax.Concrete;
import io.rpcidl.compiler.syntax.Phrase;
import io.rpcidl.compiler.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Words with annotations behind them: a member, a parameter, a definition up to its body. They stand in one line; where
 * that is too long, each annotation gets a line.
 *
 * @param parts what it consists of; at least one word
 * @param indent of its first line
 */
record Clause(List<Concrete> parts, int indent) {

    Clause {
        parts = List.copyOf(parts);
    }

    boolean isOneLine() {
        return Spacing.fits(indent, words()) && !annotationsAreApart();
    }

    void print(Page page, Breaks breaks) {
        boolean oneLine = isOneLine();
        int next = indent + Page.CONTINUATION;
        boolean first = true;
        for (Concrete part : parts) {
            List<Word> words = words(part);
            for (int i = 0; i < words.size(); i++) {
                Word word = words.get(i);
                if (first) {
                    page.line(word, breaks, indent);
                } else if (!oneLine && isAnnotation(part) && i == 0) {
                    page.line(word, Breaks.CLOSE, next);
                } else {
                    page.inline(word, isAnnotation(part) ? next + Page.CONTINUATION : next);
                }
                first = false;
            }
        }
    }

    private boolean annotationsAreApart() {
        return parts.stream()
                .anyMatch(part ->
                        isAnnotation(part) && Comments.breakLine(words(part).get(0)));
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        parts.forEach(part -> words.addAll(words(part)));
        return words;
    }

    static List<Word> words(Concrete part) {
        return part instanceof Phrase phrase ? phrase.words() : List.of((Word) part);
    }

    private static boolean isAnnotation(Concrete part) {
        return part instanceof Phrase phrase && phrase.kind() == Phrase.Kind.ANNOTATION;
    }
}
