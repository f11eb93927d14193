package io.rpcidl.schema.json;

import io.rpcidl.schema.DeadlineSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.MethodModifier;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.NumberRange;
import io.rpcidl.schema.RaisedSchema;
import io.rpcidl.schema.ReservedSchema;
import io.rpcidl.schema.ResultSchema;
import io.rpcidl.schema.StreamSchema;
import io.rpcidl.schema.VariantSchema;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What definitions hold, from JSON. */
final class MemberReader {

    private static final Map<String, MethodModifier> MODIFIERS = Map.of(
            "NONE", MethodModifier.NONE,
            "READONLY", MethodModifier.READONLY,
            "IDEMPOTENT", MethodModifier.IDEMPOTENT,
            "ONEWAY", MethodModifier.ONEWAY);

    private static final Map<String, Function<JsonValue, DeadlineSchema>> DEADLINES = Map.of(
            "none", value -> Members.nothing(value, new DeadlineSchema.OfNone()),
            "after", value -> new DeadlineSchema.OfAfter(Times.duration(value)));

    private MemberReader() {}

    static FieldSchema field(JsonValue value) {
        Members in = new Members(value);
        FieldSchema field = FieldSchema.builder()
                .number(in.u16("number"))
                .name(in.text("name"))
                .type(in.text("type"))
                .optional(in.flag("optional"))
                .defaultField(in.optional("default", LiteralJson::read))
                .max(in.optionalU32("max"))
                .sensitive(in.flag("sensitive"))
                .documentation(in.optionalText("documentation"))
                .deprecated(in.optionalText("deprecated"))
                .build();
        in.end();
        return field;
    }

    static VariantSchema variant(JsonValue value) {
        Members in = new Members(value);
        VariantSchema variant = VariantSchema.builder()
                .number(in.u16("number"))
                .name(in.text("name"))
                .type(in.optionalText("type"))
                .max(in.optionalU32("max"))
                .sensitive(in.flag("sensitive"))
                .documentation(in.optionalText("documentation"))
                .deprecated(in.optionalText("deprecated"))
                .build();
        in.end();
        return variant;
    }

    static ReservedSchema reserved(JsonValue value) {
        Members in = new Members(value);
        ReservedSchema reserved =
                new ReservedSchema(in.list("numbers", MemberReader::range), in.list("names", Members::text));
        in.end();
        return reserved;
    }

    private static NumberRange range(JsonValue value) {
        Members in = new Members(value);
        NumberRange range = new NumberRange(in.u16("first"), in.u16("last"));
        in.end();
        return range;
    }

    static MethodSchema method(JsonValue value) {
        Members in = new Members(value);
        MethodSchema method = MethodSchema.builder()
                .number(in.u16("number"))
                .name(in.text("name"))
                .modifier(Objects.requireNonNullElse(
                        in.optional("modifier", MemberReader::modifier), MethodModifier.NONE))
                .parameters(in.list("parameters", MemberReader::field))
                .upload(in.optional("upload", MemberReader::stream))
                .result(in.required("result", MemberReader::result))
                .raised(in.list("raised", MemberReader::raised))
                .deadline(deadline(in))
                .documentation(in.optionalText("documentation"))
                .deprecated(in.optionalText("deprecated"))
                .build();
        in.end();
        return method;
    }

    private static MethodModifier modifier(JsonValue value) {
        MethodModifier modifier = MODIFIERS.get(Members.text(value));
        if (modifier == null) {
            throw value.place().invalid("NONE, READONLY, IDEMPOTENT or ONEWAY is expected");
        }
        return modifier;
    }

    private static StreamSchema stream(JsonValue value) {
        Members in = new Members(value);
        StreamSchema stream = new StreamSchema(in.text("name"), in.text("type"));
        in.end();
        return stream;
    }

    private static ResultSchema result(JsonValue value) {
        Members in = new Members(value);
        ResultSchema result = new ResultSchema(in.optionalText("type"), in.flag("optional"), in.flag("stream"));
        in.end();
        return result;
    }

    private static RaisedSchema raised(JsonValue value) {
        Members in = new Members(value);
        RaisedSchema raised = new RaisedSchema(in.u16("number"), in.text("error"));
        in.end();
        return raised;
    }

    private static @Nullable DeadlineSchema deadline(Members in) {
        return in.optional("deadline", value -> Members.variant(value, DEADLINES));
    }
}
