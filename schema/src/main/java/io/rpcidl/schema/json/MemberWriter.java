package io.rpcidl.schema.json;

import io.rpcidl.schema.DeadlineSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.NumberRange;
import io.rpcidl.schema.RaisedSchema;
import io.rpcidl.schema.ReservedSchema;
import io.rpcidl.schema.ResultSchema;
import io.rpcidl.schema.StreamSchema;
import io.rpcidl.schema.VariantSchema;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What definitions hold, to JSON. */
final class MemberWriter {

    private final JsonGenerator json;

    MemberWriter(JsonGenerator json) {
        this.json = json;
    }

    /** An array of objects; the consumer writes the members of each. */
    <T> void list(String name, List<T> elements, Consumer<T> write) {
        json.writeArrayPropertyStart(name);
        for (T element : elements) {
            json.writeStartObject();
            write.accept(element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void optional(String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    void optional(String name, @Nullable Long value) {
        if (value != null) {
            json.writeNumberProperty(name, value.longValue());
        }
    }

    void field(FieldSchema field) {
        json.writeNumberProperty("number", field.number());
        json.writeStringProperty("name", field.name());
        json.writeStringProperty("type", field.type());
        json.writeBooleanProperty("optional", field.optional());
        LiteralSchema literal = field.defaultField();
        if (literal != null) {
            json.writeName("default");
            LiteralJson.write(json, literal);
        }
        optional("max", field.max());
        json.writeBooleanProperty("sensitive", field.sensitive());
        optional("documentation", field.documentation());
        optional("deprecated", field.deprecated());
    }

    void variant(VariantSchema variant) {
        json.writeNumberProperty("number", variant.number());
        json.writeStringProperty("name", variant.name());
        optional("type", variant.type());
        optional("max", variant.max());
        json.writeBooleanProperty("sensitive", variant.sensitive());
        optional("documentation", variant.documentation());
        optional("deprecated", variant.deprecated());
    }

    void reserved(@Nullable ReservedSchema reserved) {
        if (reserved == null) {
            return;
        }
        json.writeObjectPropertyStart("reserved");
        list("numbers", reserved.numbers(), this::range);
        json.writeArrayPropertyStart("names");
        reserved.names().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void range(NumberRange range) {
        json.writeNumberProperty("first", range.first());
        json.writeNumberProperty("last", range.last());
    }

    void method(MethodSchema method) {
        json.writeNumberProperty("number", method.number());
        json.writeStringProperty("name", method.name());
        json.writeStringProperty("modifier", method.modifier().name());
        list("parameters", method.parameters(), this::field);
        StreamSchema upload = method.upload();
        if (upload != null) {
            json.writeObjectPropertyStart("upload");
            json.writeStringProperty("name", upload.name());
            json.writeStringProperty("type", upload.type());
            json.writeEndObject();
        }
        result(method.result());
        list("raised", method.raised(), this::raised);
        deadline(method.deadline());
        optional("documentation", method.documentation());
        optional("deprecated", method.deprecated());
    }

    private void result(ResultSchema result) {
        json.writeObjectPropertyStart("result");
        optional("type", result.type());
        json.writeBooleanProperty("optional", result.optional());
        json.writeBooleanProperty("stream", result.stream());
        json.writeEndObject();
    }

    private void raised(RaisedSchema raised) {
        json.writeNumberProperty("number", raised.number());
        json.writeStringProperty("error", raised.error());
    }

    private void deadline(@Nullable DeadlineSchema deadline) {
        if (deadline == null) {
            return;
        }
        json.writeObjectPropertyStart("deadline");
        if (deadline instanceof DeadlineSchema.OfAfter after) {
            json.writeStringProperty("after", Times.text(after.after()));
        } else {
            json.writeObjectPropertyStart("none");
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
