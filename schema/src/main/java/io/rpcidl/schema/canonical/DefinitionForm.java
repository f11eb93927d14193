package io.rpcidl.schema.canonical;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.EnumValueSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.RaisedSchema;
import io.rpcidl.schema.ResultSchema;
import io.rpcidl.schema.ServiceSchema;
import io.rpcidl.schema.StreamSchema;
import io.rpcidl.schema.UnionSchema;
import io.rpcidl.schema.VariantSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Definitions in the canonical form: one line for each, then one for each member, by number. */
final class DefinitionForm {

    private final TypeForm types;
    private final DefaultForm defaults;
    private final StringBuilder text;

    DefinitionForm(TypeForm types, DefaultForm defaults, StringBuilder text) {
        this.types = types;
        this.defaults = defaults;
        this.text = text;
    }

    void append(int number, DefinitionSchema definition) {
        if (definition instanceof DefinitionSchema.OfStruct struct) {
            head("struct", number).append('\n');
            fields("field", struct.struct().fields());
        } else if (definition instanceof DefinitionSchema.OfError error) {
            head("error", number).append(error.error().rejectsField() ? " rejects\n" : "\n");
            fields("field", error.error().fields());
        } else if (definition instanceof DefinitionSchema.OfUnion union) {
            head("union", number).append('\n');
            variants(union.union());
        } else if (definition instanceof DefinitionSchema.OfEnumeration enumeration) {
            EnumSchema schema = enumeration.enumeration();
            head("enum", number).append(schema.closed() ? " closed\n" : " open\n");
            for (EnumValueSchema value : sorted(schema.values(), EnumValueSchema::number)) {
                text.append("value ").append(value.number()).append('\n');
            }
        } else if (definition instanceof DefinitionSchema.OfService service) {
            head("service", number).append('\n');
            methods(service.service());
        }
    }

    private StringBuilder head(String kind, int number) {
        return text.append(kind).append(" #").append(number);
    }

    private void fields(String word, List<FieldSchema> fields) {
        for (FieldSchema field : sorted(fields, FieldSchema::number)) {
            text.append(word).append(' ').append(field.number()).append(' ');
            types.append(text, field.type(), field.max());
            LiteralSchema literal = field.defaultField();
            if (field.optional()) {
                text.append(" optional");
            } else if (literal != null) {
                text.append(" default ");
                defaults.append(text, field.type(), literal);
            }
            text.append('\n');
        }
    }

    private void variants(UnionSchema union) {
        for (VariantSchema variant : sorted(union.variants(), VariantSchema::number)) {
            text.append("variant ").append(variant.number()).append(' ');
            String type = variant.type();
            if (type == null) {
                text.append("void");
            } else {
                types.append(text, type, variant.max());
            }
            text.append('\n');
        }
    }

    private void methods(ServiceSchema service) {
        for (MethodSchema method : sorted(service.methods(), MethodSchema::number)) {
            text.append("method ").append(method.number()).append(' ');
            text.append(method.modifier().name().toLowerCase(Locale.ROOT)).append('\n');
            fields("parameter", method.parameters());
            StreamSchema upload = method.upload();
            if (upload != null) {
                text.append("upload ");
                types.append(text, upload.type(), null);
                text.append('\n');
            }
            result(method.result());
            for (RaisedSchema raised : sorted(method.raised(), RaisedSchema::number)) {
                text.append("raises ").append(raised.number()).append(' ');
                types.append(text, raised.error());
                text.append('\n');
            }
        }
    }

    private void result(ResultSchema result) {
        text.append("result ");
        String type = result.type();
        if (type == null) {
            text.append("void");
        } else {
            types.append(text, type, null);
        }
        text.append(result.optional() ? " optional" : "").append(result.stream() ? " stream\n" : "\n");
    }

    private static <T> List<T> sorted(List<T> members, ToIntFunction<T> number) {
        return members.stream().sorted(Comparator.comparingInt(number)).toList();
    }
}
