package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.model.Constant;
import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses what does not fit into a Java class: 255 parameters, 64 KiB of code in a method, 65,535 octets in a string. */
final class SizeCheck {

    static final int STRUCT_FIELDS = 1_000;
    static final int ERROR_FIELDS = 50;
    static final int PARAMETERS = 50;
    static final int ENUM_VALUES = 1_500;
    static final int VARIANTS = 200;
    static final int METHODS = 250;
    static final int CONSTANTS = 1_000;
    static final int STRING_OCTETS = 65_535;
    /** How deep collections nest: javac infers each call inside another one, which takes it quadratically long. */
    static final int NESTING = 16;
    /** Collections and declared errors that one class can name: each takes some octets of its static initializer. */
    static final int PARTS = 4_000;

    private final Diagnostics diagnostics;

    SizeCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(SchemaFile file) {
        List<Definition> constants =
                file.definitions().stream().filter(Constant.class::isInstance).toList();
        if (constants.size() > CONSTANTS) {
            Definition beyond = constants.get(CONSTANTS);
            limit(beyond.span(), "this file", "constants", constants.size(), CONSTANTS);
        }
        file.definitions().forEach(this::check);
    }

    private void check(Definition definition) {
        String name = "`" + definition.name().simpleName() + "`";
        Span span = definition.span();
        if (definition instanceof Struct struct) {
            limit(span, name, "fields", struct.fields().size(), STRUCT_FIELDS);
            struct.fields().forEach(this::field);
            parts(
                    span,
                    name,
                    struct.fields().stream()
                            .mapToLong(field -> depth(field.type()))
                            .sum());
        } else if (definition instanceof DeclaredError error) {
            limit(span, name, "fields", error.fields().size(), ERROR_FIELDS);
            error.fields().forEach(this::field);
        } else if (definition instanceof Enumeration enumeration) {
            limit(span, name, "values", enumeration.values().size(), ENUM_VALUES);
        } else if (definition instanceof Union union) {
            limit(span, name, "variants", union.variants().size(), VARIANTS);
            union.variants().forEach(variant -> nesting(variant.span(), variant.name(), variant.type()));
        } else if (definition instanceof Service service) {
            limit(span, name, "methods", service.methods().size(), METHODS);
            service.methods().forEach(this::method);
            parts(
                    span,
                    name,
                    service.methods().stream().mapToLong(SizeCheck::parts).sum());
        } else if (definition instanceof Constant constant) {
            text(constant.value(), span);
        }
    }

    private void method(Method method) {
        limit(
                method.span(),
                "`" + method.name() + "`",
                "parameters",
                method.parameters().size(),
                PARAMETERS);
        method.parameters().forEach(this::field);
        nesting(method.span(), method.name(), method.result().type());
        Method.StreamParameter stream = method.streamParameter();
        nesting(method.span(), method.name(), stream == null ? null : stream.item());
    }

    private void field(Field field) {
        text(field.defaultValue(), field.span());
        nesting(field.span(), field.name(), field.type());
    }

    private static long parts(Method method) {
        Method.StreamParameter stream = method.streamParameter();
        return method.errors().size()
                + depth(method.result().type())
                + depth(stream == null ? null : stream.item())
                + method.parameters().stream()
                        .mapToLong(field -> depth(field.type()))
                        .sum();
    }

    /** How many collections a type consists of, one inside the other. */
    private static int depth(@Nullable Type type) {
        int depth = 0;
        for (Type inner = type; inner != null; depth++) {
            if (inner instanceof Type.ListOf list) {
                inner = list.element();
            } else if (inner instanceof Type.SetOf set) {
                inner = set.element();
            } else if (inner instanceof Type.MapOf map) {
                inner = map.value();
            } else {
                return depth;
            }
        }
        return depth;
    }

    private void nesting(Span span, String name, @Nullable Type type) {
        if (depth(type) > NESTING) {
            String message = "`" + name + "` nests " + depth(type)
                    + " collections, but generated java can have at most " + NESTING;
            diagnostics.add(Diagnostic.of(Code.JAVA_TOO_LARGE, span, message).help("put the inner ones into a struct"));
        }
    }

    private void parts(Span span, String name, long count) {
        if (count > PARTS) {
            String message =
                    name + " names " + count + " collections and errors, but one java class can name at most " + PARTS;
            diagnostics.add(Diagnostic.of(Code.JAVA_TOO_LARGE, span, message).help("split it"));
        }
    }

    private void limit(Span span, String name, String what, int count, int limit) {
        if (count > limit) {
            diagnostics.add(Diagnostic.of(
                            Code.JAVA_TOO_LARGE,
                            span,
                            name + " has " + count + " " + what + ", but generated java can have at most " + limit)
                    .help("split it"));
        }
    }

    private void text(@Nullable Literal literal, Span span) {
        if (literal instanceof Literal.Text text && classFileOctets(text.value()) > STRING_OCTETS) {
            diagnostics.add(Diagnostic.of(
                            Code.JAVA_TOO_LARGE,
                            span,
                            "the text is longer than the " + STRING_OCTETS + " octets that a class file can hold")
                    .help("shorten it"));
        }
    }

    /** A class file holds each UTF-16 unit on its own, and NUL in two octets. */
    private static long classFileOctets(String text) {
        return text.chars()
                .mapToLong(unit -> unit == 0 ? 2 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3)
                .sum();
    }
}
