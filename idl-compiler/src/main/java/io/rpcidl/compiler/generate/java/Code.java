package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of code in as few parts as it has: texts, and the types between them. JavaPoet prints each file twice and takes as
 * long for a part as for a line, so what becomes one of its blocks is put together here, where one text is appended to
 * another. The formats are JavaPoet's, as far as this package uses them: {@code $L}, {@code $S}, {@code $T}, those with a
 * number, {@code $>}, {@code $<}, and statements, which indent what they break.
 */
final class Code {

    /** What changes the margin of the lines that follow. */
    enum Mark {
        INDENT,
        UNINDENT,
        STATEMENT,
        STATEMENT_END
    }

    static final Code EMPTY = new Code(List.of());

    /** Strings, types and marks; no two strings in a row. */
    private final List<Object> parts;

    private Code(List<Object> parts) {
        this.parts = parts;
    }

    static Code of(String format, @Nullable Object... arguments) {
        return new Builder().add(format, arguments).build();
    }

    /** A literal of its own, whatever signs are in it. */
    static Code text(String text) {
        return text.isEmpty() ? EMPTY : new Code(List.of(text));
    }

    /** One statement. */
    static Code statement(String format, @Nullable Object... arguments) {
        return new Builder().addStatement(format, arguments).build();
    }

    static Code join(List<Code> pieces, String separator) {
        Builder joined = new Builder();
        for (Iterator<Code> piece = pieces.iterator(); piece.hasNext(); ) {
            joined.add(piece.next());
            if (piece.hasNext()) {
                joined.text(separator);
            }
        }
        return joined.build();
    }

    static Builder builder() {
        return new Builder();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The texts, and the types between them. */
    List<Object> parts() {
        return parts;
    }

    /** Whether a text in it has the signs. */
    boolean contains(String signs) {
        return parts.stream().anyMatch(part -> part instanceof String text && text.contains(signs));
    }

    /** As JavaPoet's, with all margins written out. */
    CodeBlock block() {
        CodeFormat format = new CodeFormat("    ");
        parts.forEach(format::add);
        return format.block();
    }

    /** The code with the full names of types, and with margins of two signs. */
    @Override
    public String toString() {
        CodeFormat format = new CodeFormat("  ");
        parts.forEach(format::add);
        return format.text();
    }

    /** Collects pieces. */
    static final class Builder {

        private final List<Object> parts = new ArrayList<>();

        /** The text that the next one is appended to, if it is the last part. */
        private final StringBuilder text = new StringBuilder();

        private Builder() {}

        boolean isEmpty() {
            return parts.isEmpty() && text.isEmpty();
        }

        Builder text(String more) {
            text.append(more);
            return this;
        }

        Builder add(Code code) {
            for (Object part : code.parts) {
                if (part instanceof String string) {
                    text.append(string);
                } else {
                    part(part);
                }
            }
            return this;
        }

        Builder add(String format, @Nullable Object... arguments) {
            int next = 0;
            int start = 0;
            for (int sign = format.indexOf('$'); sign >= 0; sign = format.indexOf('$', start)) {
                text.append(format, start, sign);
                char form = format.charAt(sign + 1);
                start = sign + 2;
                if (form >= '1' && form <= '9') {
                    argument(format.charAt(start), arguments[form - '1']);
                    start++;
                } else if (form == '>') {
                    part(Mark.INDENT);
                } else if (form == '<') {
                    part(Mark.UNINDENT);
                } else {
                    argument(form, arguments[next++]);
                }
            }
            text.append(format, start, format.length());
            return this;
        }

        Builder addStatement(String format, @Nullable Object... arguments) {
            part(Mark.STATEMENT);
            return add(format, arguments).endStatement();
        }

        Builder addStatement(Code code) {
            part(Mark.STATEMENT);
            return add(code).endStatement();
        }

        private Builder endStatement() {
            text.append(";\n");
            part(Mark.STATEMENT_END);
            return this;
        }

        Builder beginControlFlow(String format, @Nullable Object... arguments) {
            add(format, arguments).text(" {\n");
            part(Mark.INDENT);
            return this;
        }

        Builder nextControlFlow(String format, @Nullable Object... arguments) {
            part(Mark.UNINDENT);
            text("} ").add(format, arguments).text(" {\n");
            part(Mark.INDENT);
            return this;
        }

        Builder endControlFlow() {
            part(Mark.UNINDENT);
            return text("}\n");
        }

        private void argument(char form, @Nullable Object argument) {
            if (argument == null) {
                throw new IllegalArgumentException("nothing to put in the place of $" + form);
            }
            switch (form) {
                case 'L' -> {
                    if (argument instanceof Code code) {
                        add(code);
                    } else {
                        text.append(argument);
                    }
                }
                case 'S' -> text.append(JavaLiterals.string((String) argument));
                case 'T' -> part(argument instanceof TypeName type ? type : TypeName.get((Type) argument));
                default -> throw new IllegalArgumentException("no format: $" + form);
            }
        }

        private void part(Object part) {
            flush();
            parts.add(part);
        }

        private void flush() {
            if (!text.isEmpty()) {
                parts.add(text.toString());
                text.setLength(0);
            }
        }

        Code build() {
            flush();
            return parts.isEmpty() ? EMPTY : new Code(List.copyOf(parts));
        }
    }
}
