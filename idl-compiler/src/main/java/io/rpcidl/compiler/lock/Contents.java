package io.rpcidl.compiler.lock;

import io.rpcidl.schema.ConstantSchema;
import io.rpcidl.schema.DeadlineSchema;
import io.rpcidl.schema.EnumValueSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.MethodModifier;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.RaisedSchema;
import io.rpcidl.schema.ResultSchema;
import io.rpcidl.schema.ScalarType;
import io.rpcidl.schema.StreamSchema;
import io.rpcidl.schema.TypeName;
import io.rpcidl.schema.VariantSchema;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the contents of lines mean. Each method refuses what is malformed with an {@link IllegalArgumentException}. */
final class Contents {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,127}");
    private static final long LARGEST_MAX = 0xFFFF_FFFFL;

    private Contents() {}

    /**
     * A member with its place in the order of declaration.
     *
     * @param after as in {@link Order#read}
     */
    record Placed<T>(T member, @Nullable Integer after) {}

    /** Checks that the content is one of its kind of line. */
    static void check(LockLine line) {
        switch (line.key().role()) {
            case DEFINITION -> head(line);
            case MEMBER -> member(line);
            case RESERVED_NUMBERS, RESERVED_NAME -> new Words(line.content()).end();
        }
    }

    private static void head(LockLine line) {
        switch (line.word()) {
            case "const" -> constant(line);
            case "type" -> namedType(line);
            default -> {
                Words words = new Words(line.content());
                if (line.word().equals("enum")) {
                    words.take("closed");
                } else if (line.word().equals("struct")) {
                    words.take("open");
                } else if (line.word().equals("error")) {
                    words.take("rejects");
                }
                words.end();
            }
        }
    }

    private static void member(LockLine line) {
        switch (line.word()) {
            case "struct", "error" -> field(line);
            case "enum" -> value(line);
            case "union" -> variant(line);
            case "service" -> {
                switch (line.key().part()) {
                    case WHOLE -> method(line);
                    case PARAMETER -> field(line);
                    case STREAM -> upload(line);
                    case THROWS -> raised(line);
                }
            }
            default -> throw new IllegalArgumentException("a " + line.word() + " has no numbers");
        }
    }

    static ConstantSchema constant(LockLine line) {
        Words words = new Words(line.content());
        ConstantSchema.Builder constant =
                ConstantSchema.builder().name(line.key().definition()).type(type(words.next("a type")));
        LiteralSchema value = value(words);
        if (value == null) {
            throw new IllegalArgumentException("a constant has no value");
        }
        words.end();
        return constant.value(value).build();
    }

    static NamedTypeSchema namedType(LockLine line) {
        Words words = new Words(line.content());
        String base = words.next("a type");
        if (ScalarType.of(base) == null) {
            throw new IllegalArgumentException("`" + base + "` is no built-in type");
        }
        NamedTypeSchema named = NamedTypeSchema.builder()
                .name(line.key().definition())
                .base(base)
                .max(max(words))
                .sensitive(words.take("@sensitive"))
                .build();
        words.end();
        return named;
    }

    static Placed<EnumValueSchema> value(LockLine line) {
        Words words = new Words(line.content());
        EnumValueSchema value = EnumValueSchema.builder()
                .number(line.key().number())
                .name(name(words))
                .build();
        return placed(value, words);
    }

    static Placed<VariantSchema> variant(LockLine line) {
        Words words = new Words(line.content());
        VariantSchema.Builder variant =
                VariantSchema.builder().number(line.key().number()).name(name(words));
        if (words.more() && !words.startsWith("@") && !words.is(Order.AFTER)) {
            variant.type(type(words.next("a type")));
        }
        variant.max(max(words)).sensitive(words.take("@sensitive"));
        return placed(variant.build(), words);
    }

    static Placed<FieldSchema> field(LockLine line) {
        LockKey key = line.key();
        Words words = new Words(line.content());
        FieldSchema.Builder field = FieldSchema.builder()
                .number(key.part() == LockKey.Part.WHOLE ? key.number() : key.partNumber())
                .name(name(words));
        String type = words.next("a type");
        boolean optional = type.endsWith("?");
        field.type(type(optional ? type.substring(0, type.length() - 1) : type)).optional(optional);
        field.defaultField(value(words)).max(max(words)).sensitive(words.take("@sensitive"));
        return placed(field.build(), words);
    }

    static MethodSchema.Builder method(LockLine line) {
        Words words = new Words(line.content());
        MethodSchema.Builder method =
                MethodSchema.builder().number(line.key().number()).name(name(words));
        method.modifier(modifier(words));
        String result = words.next("a result");
        if (result.equals("void")) {
            method.result(ResultSchema.builder().build());
        } else if (result.startsWith("stream<") && result.endsWith(">")) {
            String item = type(result.substring("stream<".length(), result.length() - 1));
            method.result(ResultSchema.builder().type(item).stream(true).build());
        } else {
            boolean optional = result.endsWith("?");
            String type = type(optional ? result.substring(0, result.length() - 1) : result);
            method.result(ResultSchema.builder().type(type).optional(optional).build());
        }
        String deadline = words.argument("@deadline");
        if (deadline != null) {
            method.deadline(deadline(deadline));
        }
        words.end();
        return method;
    }

    private static MethodModifier modifier(Words words) {
        if (words.take("readonly")) {
            return MethodModifier.READONLY;
        }
        if (words.take("idempotent")) {
            return MethodModifier.IDEMPOTENT;
        }
        return words.take("oneway") ? MethodModifier.ONEWAY : MethodModifier.NONE;
    }

    private static DeadlineSchema deadline(String text) {
        if (text.equals("none")) {
            return new DeadlineSchema.OfNone();
        }
        try {
            return new DeadlineSchema.OfAfter(Duration.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("`" + text + "` is no deadline", e);
        }
    }

    static StreamSchema upload(LockLine line) {
        Words words = new Words(line.content());
        StreamSchema upload = new StreamSchema(name(words), type(words.next("a type")));
        words.end();
        return upload;
    }

    static RaisedSchema raised(LockLine line) {
        Words words = new Words(line.content());
        RaisedSchema raised = new RaisedSchema(line.key().partNumber(), type(words.next("an error")));
        words.end();
        return raised;
    }

    private static String name(Words words) {
        String name = words.next("a name");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("`" + name + "` is no name");
        }
        return name;
    }

    private static String type(String text) {
        try {
            return TypeName.parse(text).toString();
        } catch (InvalidDescriptorException e) {
            throw new IllegalArgumentException("`" + text + "` is no type", e);
        }
    }

    private static @Nullable LiteralSchema value(Words words) {
        return words.take("=") ? Literals.parse(words.next("a value")) : null;
    }

    private static @Nullable Long max(Words words) {
        String max = words.argument("@max");
        if (max == null) {
            return null;
        }
        if (!max.matches("[0-9]{1,10}") || Long.parseLong(max) > LARGEST_MAX) {
            throw new IllegalArgumentException("`" + max + "` is no length");
        }
        return Long.valueOf(max);
    }

    private static <T> Placed<T> placed(T member, Words words) {
        Integer after = Order.read(words);
        words.end();
        return new Placed<>(member, after);
    }
}
