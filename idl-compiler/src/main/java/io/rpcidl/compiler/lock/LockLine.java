package io.rpcidl.compiler.lock;

import io.rpcidl.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One line of a lock file.
 *
 * @param key what it is about
 * @param word that declares the definition: {@code struct}
 * @param removed whether the source had it once and has it no more
 * @param content what is said of it, empty when its being there is all
 * @param span where it was read, or null when it is made from a source
 */
record LockLine(
        LockKey key,
        String word,
        boolean removed,
        String content,
        @Nullable Span span) {

    /** Between what a line is about and what is said of it: names can be any word, so they stand behind it. */
    static final String SEPARATOR = ": ";

    LockLine(LockKey key, String word, String content) {
        this(key, word, false, content, null);
    }

    /** The same as something that the source has no more. What is reserved stays so. */
    LockLine asRemoved() {
        boolean reserved = key.role() == LockKey.Role.RESERVED_NUMBERS || key.role() == LockKey.Role.RESERVED_NAME;
        return reserved ? this : new LockLine(key, word, true, content, span);
    }

    String text() {
        return word + " " + key.text() + (removed ? " removed" : "") + (content.isEmpty() ? "" : SEPARATOR + content);
    }
}
