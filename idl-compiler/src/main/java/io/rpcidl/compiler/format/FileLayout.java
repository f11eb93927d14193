package io.rpcidl.compiler.format;

import io.rpcidl.compiler.syntax.Concrete;
import io.rpcidl.compiler.syntax.Phrase;
import io.rpcidl.compiler.syntax.Word;
import org.jspecify.annotations.Nullable;

/** A source: the header, the package, the imports and the definitions, with blank lines between them. */
final class FileLayout {

    private final Page page = new Page();
    private @Nullable Phrase previous;

    /** The text of the whole source. */
    String text(Phrase file) {
        for (Concrete part : file.parts()) {
            if (part instanceof Phrase phrase) {
                print(phrase);
                previous = phrase;
            }
        }
        return page.finish((Word) file.parts().get(file.parts().size() - 1));
    }

    private void print(Phrase phrase) {
        Breaks breaks = previous == null || staysTogether(previous, phrase) ? Breaks.KEPT : Breaks.APART;
        new DefinitionLayout(phrase).print(page, breaks);
    }

    /** Imports, and definitions of one kind that take one line each, stand in groups as the author wants. */
    private static boolean staysTogether(Phrase one, Phrase other) {
        return one.kind() == other.kind()
                && new DefinitionLayout(one).isOneLine()
                && new DefinitionLayout(other).isOneLine();
    }
}
