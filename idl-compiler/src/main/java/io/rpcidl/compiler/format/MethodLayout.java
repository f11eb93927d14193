package io.rpcidl.compiler.format;

import io.rpcidl.compiler.syntax.Concrete;
import io.rpcidl.compiler.syntax.Phrase;
import io.rpcidl.compiler.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A method: in one line if it fits; else what follows the parameters in a second line; else each parameter, and where
 * need be each error and annotation, in a line of its own.
 */
final class MethodLayout {

    private final List<Word> head = new ArrayList<>();
    private final List<Phrase> tail = new ArrayList<>();
    private final List<Word> tailWords = new ArrayList<>();
    private final Phrase parameters;
    private final Word semicolon;
    private final int indent;

    MethodLayout(Phrase method, int indent) {
        this.indent = indent;
        List<Concrete> parts = method.parts();
        int position = 0;
        while (parts.get(position) instanceof Word word) {
            head.add(word);
            position++;
        }
        this.parameters = (Phrase) parts.get(position++);
        while (parts.get(position) instanceof Phrase phrase) {
            tail.add(phrase);
            tailWords.addAll(phrase.words());
            position++;
        }
        this.semicolon = (Word) parts.get(position);
    }

    void print(Page page, Breaks breaks) {
        page.line(head.get(0), breaks, indent);
        head.stream().skip(1).forEach(word -> page.inline(word, next()));
        List<Word> line = new ArrayList<>(head);
        line.addAll(parameters.words());
        if (parametersFit(line)) {
            parameters.words().forEach(word -> page.inline(word, next()));
            printTail(page, tailFits(line), tailFitsNextLine());
        } else {
            printParameters(page);
            List<Word> closing = parameters.words();
            printTail(page, tailFits(closing.subList(closing.size() - 1, closing.size())), false);
        }
        page.inline(semicolon, next());
    }

    /** Whether the parameters stand in the line of the name, with something behind them that fits too. */
    private boolean parametersFit(List<Word> line) {
        if (hasNoParameters()) {
            return true;
        }
        if (Comments.breakLines(parameters.words()) || !fits(line, tail.isEmpty())) {
            return false;
        }
        return tail.isEmpty() || tailFits(line) || tailFitsNextLine() || fits(withThrows(line), false);
    }

    private void printParameters(Page page) {
        List<Concrete> parts = parameters.parts();
        int last = parts.size() - 1;
        page.inline((Word) parts.get(0), next());
        for (int i = 1; i < last; i += 2) {
            List<Concrete> parameter = new ArrayList<>(((Phrase) parts.get(i)).parts());
            if (i + 1 < last) {
                parameter.add(parts.get(i + 1));
            }
            new Clause(parameter, indent + Page.STEP).print(page, Breaks.CLOSE);
        }
        page.line((Word) parts.get(last), Breaks.CLOSE, indent, indent + Page.STEP);
    }

    private void printTail(Page page, boolean sameLine, boolean nextLine) {
        if (sameLine || tail.isEmpty()) {
            tailWords.forEach(word -> page.inline(word, next()));
        } else if (nextLine) {
            page.line(tailWords.get(0), Breaks.CLOSE, next());
            tailWords.stream().skip(1).forEach(word -> page.inline(word, next() + Page.CONTINUATION));
        } else {
            tail.forEach(phrase -> printApart(page, phrase));
        }
    }

    private void printApart(Page page, Phrase phrase) {
        if (phrase.kind() == Phrase.Kind.ANNOTATION) {
            printLine(page, phrase);
            return;
        }
        for (Concrete part : phrase.parts()) {
            if (part instanceof Phrase raised) {
                printLine(page, raised);
            } else {
                page.inline((Word) part, next());
            }
        }
    }

    private void printLine(Page page, Phrase phrase) {
        List<Word> words = phrase.words();
        page.line(words.get(0), Breaks.CLOSE, next());
        words.stream().skip(1).forEach(word -> page.inline(word, next() + Page.CONTINUATION));
    }

    /** Whether everything behind the parameters fits behind these words. */
    private boolean tailFits(List<Word> line) {
        List<Word> words = new ArrayList<>(line);
        words.addAll(tailWords);
        return fits(words, true) && tailWords.stream().noneMatch(Comments::breakLine);
    }

    private boolean tailFitsNextLine() {
        List<Word> words = new ArrayList<>(tailWords);
        words.add(semicolon);
        return Spacing.fits(next(), words) && !Comments.breakLines(tailWords);
    }

    private List<Word> withThrows(List<Word> line) {
        List<Word> words = new ArrayList<>(line);
        words.add(tailWords.get(0));
        return words;
    }

    private boolean fits(List<Word> words, boolean ends) {
        List<Word> line = new ArrayList<>(words);
        if (ends) {
            line.add(semicolon);
        }
        return Spacing.fits(indent, line);
    }

    private boolean hasNoParameters() {
        List<Concrete> parts = parameters.parts();
        return parts.size() == 2 && ((Word) parts.get(1)).comments().isEmpty();
    }

    private int next() {
        return indent + Page.CONTINUATION;
    }
}
