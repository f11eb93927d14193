package io.rpcidl.compiler.ast;

import io.rpcidl.compiler.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** A name of one or more parts with dots between them. */
public record DottedName(List<Name> parts) {

    public DottedName {
        parts = List.copyOf(parts);
    }

    /** From the first part to the last. */
    public Span span() {
        return parts.get(0).span().to(last().span());
    }

    /** The last part. */
    public Name last() {
        return parts.get(parts.size() - 1);
    }

    /** The parts with dots between them. */
    public String text() {
        return parts.size() == 1
                ? parts.get(0).text()
                : parts.stream().map(Name::text).collect(Collectors.joining("."));
    }
}
