package io.rpcidl.compiler.fix;

import io.rpcidl.compiler.diagnostic.Edit;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Applies fixes to the text of one source. */
public final class Fixes {

    private final SourceFile source;
    /** By their starts; no two of them overlap, so no two start at one place. */
    private final TreeMap<Integer, Edit> taken = new TreeMap<>();

    private Fixes(SourceFile source) {
        this.source = source;
    }

    /**
     * The text of the source with the fixes made. A fix is made in full or not at all; one that overlaps an earlier one
     * in the list is left out, and so is one that also changes another source. Compile again and apply what is left.
     */
    public static String apply(SourceFile source, List<Fix> fixes) {
        Fixes all = new Fixes(source);
        fixes.forEach(all::take);
        return all.text();
    }

    private void take(Fix fix) {
        List<Edit> added = new ArrayList<>();
        for (Edit edit : fix.edits()) {
            if (!edit.span().file().equals(source) || !isFree(edit.span())) {
                added.forEach(one -> taken.remove(one.span().start()));
                return;
            }
            taken.put(edit.span().start(), edit);
            added.add(edit);
        }
    }

    private boolean isFree(Span span) {
        for (Edit edit : taken.headMap(span.end(), true).descendingMap().values()) {
            if (overlap(edit.span(), span)) {
                return false;
            }
            if (edit.span().end() < span.start()) {
                return true;
            }
        }
        return true;
    }

    /** An insertion also overlaps what it touches: which of the two comes first is nobody's to guess. */
    private static boolean overlap(Span a, Span b) {
        boolean insertion = a.start() == a.end() || b.start() == b.end();
        return insertion ? a.start() <= b.end() && b.start() <= a.end() : a.start() < b.end() && b.start() < a.end();
    }

    private String text() {
        String old = source.text();
        StringBuilder out = new StringBuilder(old.length());
        int copied = 0;
        for (Edit edit : taken.values()) {
            out.append(old, copied, edit.span().start()).append(edit.replacement());
            copied = edit.span().end();
        }
        return out.append(old, copied, old.length()).toString();
    }
}
