package io.rpcidl.compiler.ast;

import io.rpcidl.compiler.source.Span;
import java.math.BigInteger;
import java.util.List;

/** A value as it was written; what it means depends on the type that it is used for. */
public sealed interface LiteralExpression {

    /** All of it, with the sign. */
    Span span();

    /** {@code 42}, {@code -1}, {@code 0xFF}. */
    record IntegerLiteral(BigInteger value, Span span) implements LiteralExpression {}

    /** {@code 1.5}, {@code -2e9}, with its sign. */
    record FloatLiteral(String text, Span span) implements LiteralExpression {}

    /** {@code 500ms}, in nanoseconds. */
    record DurationLiteral(BigInteger nanoseconds, Span span) implements LiteralExpression {}

    /** {@code "text"}, without its quotes and escapes. */
    record StringLiteral(String value, Span span) implements LiteralExpression {}

    /** {@code true}, {@code none}, {@code State.PLACED}. */
    record NameLiteral(DottedName name, Span span) implements LiteralExpression {}

    /** {@code -inf}, the only name that has a sign. */
    record NegatedName(DottedName name, Span span) implements LiteralExpression {}

    /** {@code []}, {@code [1, 2]}. */
    record ListLiteral(List<LiteralExpression> elements, Span span) implements LiteralExpression {

        public ListLiteral {
            elements = List.copyOf(elements);
        }
    }
}
