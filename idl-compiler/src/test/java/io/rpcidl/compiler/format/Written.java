package io.rpcidl.compiler.format;

import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.compiler.syntax.Comment;
import io.rpcidl.compiler.syntax.Phrase;
import io.rpcidl.compiler.syntax.SourceParser;
import io.rpcidl.compiler.syntax.Word;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be the same in a source and in the formatted source, as text. */
final class Written {

    private Written() {}

    /** The formatted source; null when it has a syntax error. */
    static @Nullable String format(String text) {
        return Formatter.format(source(text), new Diagnostics());
    }

    /** The tree of a source, documentation included, spans left out. */
    static String tree(String text) {
        StringBuilder tree = new StringBuilder();
        append(SourceParser.parse(source(text), new Diagnostics()), tree);
        return tree.toString();
    }

    /** Each word with the comments before it, and which of them share a line with the word before or behind them. */
    static List<String> words(String text) {
        Phrase file = SourceParser.phrases(source(text), new Diagnostics());
        List<String> words = new ArrayList<>();
        for (Word word : file == null ? List.<Word>of() : file.words()) {
            String places = places(word, words.isEmpty());
            word.comments().forEach(comment -> words.add(tidy(comment)));
            words.add(places + word.text());
        }
        return words;
    }

    /** For each comment whether it is in the line of what stands before it; the same for the word itself. */
    private static String places(Word word, boolean first) {
        if (word.comments().isEmpty() || word.text().isEmpty()) {
            return "";
        }
        StringBuilder places = new StringBuilder();
        word.comments().forEach(comment -> places.append(comment.lineEnds() == 0 ? '-' : '|'));
        places.append(word.lineEnds() == 0 ? '-' : '|');
        if (first) {
            places.setCharAt(0, '|'); // a source starts a line
        }
        boolean together = places.indexOf("|") <= 0 && places.lastIndexOf("|") <= 0;
        return together ? "with the word " : places + " ";
    }

    private static String tidy(Comment comment) {
        boolean documentation = comment.kind() == Comment.Kind.DOCUMENTATION;
        return documentation
                ? comment.text()
                : comment.text().replaceAll("\r\n?", "\n").replaceAll("(?m)[ \t]+$", "");
    }

    private static SourceFile source(String text) {
        return new SourceFile("a", "a", text);
    }

    private static void append(@Nullable Object node, StringBuilder tree) {
        if (node instanceof Collection<?> nodes) {
            tree.append('[');
            nodes.forEach(each -> append(each, tree));
            tree.append(']');
        } else if (node instanceof Record && !(node instanceof Span) && !(node instanceof SourceFile)) {
            tree.append(node.getClass().getSimpleName()).append('(');
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                append(value(node, component), tree);
            }
            tree.append(')');
        } else if (!(node instanceof Span) && !(node instanceof SourceFile)) {
            tree.append('"').append(node).append('"');
        } else {
            tree.append(';'); // something is written here, wherever
        }
    }

    private static @Nullable Object value(Object node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
