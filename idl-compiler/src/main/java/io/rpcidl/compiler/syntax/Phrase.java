package io.rpcidl.compiler.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a source that has a meaning of its own, with all its words in their order.
 *
 * @param kind what it is
 * @param parts never empty, but for a file without words, which has its end alone
 */
public record Phrase(Kind kind, List<Concrete> parts) implements Concrete {

    public Phrase {
        parts = List.copyOf(parts);
    }

    /** What a phrase is. What has no kind of its own, such as a type, belongs to the phrase around it. */
    public enum Kind {
        /** All of a source; its last word is the end. */
        FILE,
        /** {@code rpcidl 1;}. */
        HEADER,
        /** {@code package shop.v1;}. */
        PACKAGE,
        /** {@code import "shop/v1/shop.rpcidl" as shop;}. */
        IMPORT,
        /** {@code const u32 MAX = 1;}. */
        CONSTANT,
        /** {@code type Id = uuid;}. */
        NAMED_TYPE,
        /** An enum with its body. */
        ENUM,
        /** A struct with its body. */
        STRUCT,
        /** A union with its body. */
        UNION,
        /** An error with its body. */
        ERROR,
        /** A service with its body. */
        SERVICE,
        /** From <code>{</code> to <code>}</code>. */
        BODY,
        /** A field, variant or value of an enum, or what is reserved; with its semicolon. */
        MEMBER,
        /** A method, with its semicolon. */
        METHOD,
        /** From {@code (} to {@code )}, with the commas. */
        PARAMETERS,
        /** One of them, without the comma. */
        PARAMETER,
        /** {@code throws 1: NoSuchOrder, 2: OutOfStock}. */
        RAISED_ERRORS,
        /** {@code 1: NoSuchOrder}. */
        RAISED_ERROR,
        /** {@code @max(3)}. */
        ANNOTATION
    }

    /** All its words, in their order. */
    public List<Word> words() {
        List<Word> words = new ArrayList<>();
        collect(words);
        return words;
    }

    private void collect(List<Word> words) {
        for (Concrete part : parts) {
            if (part instanceof Phrase phrase) {
                phrase.collect(words);
            } else {
                words.add((Word) part);
            }
        }
    }
}
