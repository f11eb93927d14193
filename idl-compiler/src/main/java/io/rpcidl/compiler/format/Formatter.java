package io.rpcidl.compiler.format;

import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.syntax.Phrase;
import io.rpcidl.compiler.syntax.SourceParser;
import org.jspecify.annotations.Nullable;

/**
 * Formats sources. Only white space changes, and blanks at the ends of comments: the words, the comments and what
 * documents what stay. Formatted sources stay as they are. Takes time in proportion to the length of the source.
 */
public final class Formatter {

    private Formatter() {}

    /** The source in the one style; null when it has a syntax error, which is then among the diagnostics. */
    public static @Nullable String format(SourceFile source, Diagnostics diagnostics) {
        Phrase file = SourceParser.phrases(source, diagnostics);
        return file == null ? null : new FileLayout().text(file);
    }
}
