package io.rpcidl.compiler.syntax;

import java.util.List;

/**
 * One word of a source: a name, a number, a string or a mark.
 *
 * @param text as it was written; empty for the end of the source
 * @param comments what stands between the word before and this one
 * @param lineEnds how many lines end between what stands before it, comments included, and the word
 */
public record Word(String text, List<Comment> comments, int lineEnds) implements Concrete {

    public Word {
        comments = List.copyOf(comments);
    }
}
