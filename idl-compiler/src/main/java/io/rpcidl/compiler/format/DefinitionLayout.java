package io.rpcidl.compiler.format;

import io.rpcidl.compiler.syntax.Concrete;
import io.rpcidl.compiler.syntax.Phrase;
import io.rpcidl.compiler.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands at the top level of a source. A body that was written in one line stays so while the definition fits. */
final class DefinitionLayout {

    private final Phrase definition;
    private final Clause head;
    private final @Nullable Phrase body;

    DefinitionLayout(Phrase definition) {
        this.definition = definition;
        List<Concrete> parts = definition.parts();
        int last = parts.size() - 1;
        boolean bodied = parts.get(last) instanceof Phrase phrase && phrase.kind() == Phrase.Kind.BODY;
        this.body = bodied ? (Phrase) parts.get(last) : null;
        this.head = new Clause(body == null ? parts : withBrace(parts, body), 0);
    }

    /** The head of a definition goes up to the opening brace. */
    private static List<Concrete> withBrace(List<Concrete> parts, Phrase body) {
        List<Concrete> head = new ArrayList<>(parts.subList(0, parts.size() - 1));
        head.add(body.parts().get(0));
        return head;
    }

    boolean isOneLine() {
        if (body == null) {
            return head.isOneLine();
        }
        List<Word> words = definition.words();
        boolean written = isEmpty(body) || body.words().stream().skip(1).noneMatch(Comments::hasLineEnd);
        return written && !Comments.breakLines(words) && Spacing.fits(0, words);
    }

    void print(Page page, Breaks breaks) {
        if (body != null && isOneLine()) {
            List<Word> words = definition.words();
            page.line(words.get(0), breaks, 0);
            words.stream().skip(1).forEach(word -> page.inline(word, Page.CONTINUATION));
            return;
        }
        head.print(page, breaks);
        if (body != null) {
            printMembers(page, body);
        }
    }

    private static void printMembers(Page page, Phrase body) {
        int last = body.parts().size() - 1;
        Breaks breaks = Breaks.FIRST;
        for (Concrete part : body.parts().subList(1, last)) {
            Phrase member = (Phrase) part;
            if (member.kind() == Phrase.Kind.METHOD) {
                new MethodLayout(member, Page.STEP).print(page, breaks);
            } else {
                new Clause(member.parts(), Page.STEP).print(page, breaks);
            }
            breaks = Breaks.KEPT;
        }
        Word brace = (Word) body.parts().get(last);
        if (isEmpty(body)) {
            page.inline(brace, 0);
        } else {
            page.line(brace, last == 1 ? Breaks.CLOSE : Breaks.CLOSING, 0, Page.STEP);
        }
    }

    private static boolean isEmpty(Phrase body) {
        Word brace = (Word) body.parts().get(body.parts().size() - 1);
        return body.parts().size() == 2 && brace.comments().isEmpty();
    }
}
