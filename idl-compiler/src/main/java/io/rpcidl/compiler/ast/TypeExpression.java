package io.rpcidl.compiler.ast;

import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as it was written: {@code catalog.ProductId}, {@code map<string, u32>?}.
 *
 * @param name of the type, or what stands before {@code <}
 * @param arguments between {@code <} and {@code >}, empty when there are none
 * @param optionalMark where the {@code ?} stands, or null
 * @param span all of it
 */
public record TypeExpression(
        DottedName name,
        List<TypeExpression> arguments,
        @Nullable Span optionalMark,
        Span span) {

    public TypeExpression {
        arguments = List.copyOf(arguments);
    }

    /** Whether it is this built-in word, whatever its arguments. */
    public boolean is(String word) {
        return name.parts().size() == 1 && name.last().text().equals(word);
    }
}
