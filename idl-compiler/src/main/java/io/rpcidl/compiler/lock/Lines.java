package io.rpcidl.compiler.lock;

import io.rpcidl.schema.ConstantSchema;
import io.rpcidl.schema.DeadlineSchema;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.EnumValueSchema;
import io.rpcidl.schema.ErrorSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.MethodModifier;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.NumberRange;
import io.rpcidl.schema.ReservedSchema;
import io.rpcidl.schema.ServiceSchema;
import io.rpcidl.schema.StreamSchema;
import io.rpcidl.schema.StructSchema;
import io.rpcidl.schema.UnionSchema;
import io.rpcidl.schema.VariantSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lines of a source as it is now. */
final class Lines {

    private final SortedMap<LockKey, LockLine> lines = new TreeMap<>();

    private Lines() {}

    static SortedMap<LockKey, LockLine> of(FileSchema file) {
        Lines lines = new Lines();
        file.definitions().forEach(lines::definition);
        return lines.lines;
    }

    private void definition(DefinitionSchema definition) {
        if (definition instanceof DefinitionSchema.OfConstant of) {
            ConstantSchema constant = of.constant();
            head("const", constant.name(), constant.type() + " = " + Literals.text(constant.value()));
        } else if (definition instanceof DefinitionSchema.OfNamedType of) {
            NamedTypeSchema named = of.namedType();
            head("type", named.name(), named.base() + limits(named.max(), named.sensitive()));
        } else if (definition instanceof DefinitionSchema.OfEnumeration of) {
            enumeration(of.enumeration());
        } else if (definition instanceof DefinitionSchema.OfStruct of) {
            StructSchema struct = of.struct();
            head("struct", struct.name(), struct.open() ? "open" : "");
            fields("struct", struct.name(), struct.fields());
            reserved("struct", struct.name(), struct.reserved());
        } else if (definition instanceof DefinitionSchema.OfUnion of) {
            union(of.union());
        } else if (definition instanceof DefinitionSchema.OfError of) {
            ErrorSchema error = of.error();
            head("error", error.name(), error.rejectsField() ? "rejects" : "");
            fields("error", error.name(), error.fields());
            reserved("error", error.name(), error.reserved());
        } else if (definition instanceof DefinitionSchema.OfService of) {
            ServiceSchema service = of.service();
            head("service", service.name(), "");
            service.methods().forEach(method -> method(service.name(), method));
            reserved("service", service.name(), service.reserved());
        }
    }

    private void enumeration(EnumSchema enumeration) {
        head("enum", enumeration.name(), enumeration.closed() ? "closed" : "");
        Map<Integer, String> order = Order.notes(enumeration.values(), EnumValueSchema::number);
        for (EnumValueSchema value : enumeration.values()) {
            LockKey key = LockKey.member(enumeration.name(), value.number());
            add("enum", key, value.name() + order.get(value.number()));
        }
        reserved("enum", enumeration.name(), enumeration.reserved());
    }

    private void union(UnionSchema union) {
        head("union", union.name(), "");
        Map<Integer, String> order = Order.notes(union.variants(), VariantSchema::number);
        for (VariantSchema variant : union.variants()) {
            String type = variant.type() == null ? "" : " " + variant.type();
            String text = variant.name() + type + limits(variant.max(), variant.sensitive());
            add("union", LockKey.member(union.name(), variant.number()), text + order.get(variant.number()));
        }
        reserved("union", union.name(), union.reserved());
    }

    private void fields(String word, String definition, List<FieldSchema> fields) {
        Map<Integer, String> order = Order.notes(fields, FieldSchema::number);
        for (FieldSchema field : fields) {
            LockKey key = LockKey.member(definition, field.number());
            add(word, key, field(field) + order.get(field.number()));
        }
    }

    private void method(String service, MethodSchema method) {
        LockKey key = LockKey.member(service, method.number());
        MethodModifier modifier = method.modifier();
        String promise = modifier.equals(MethodModifier.NONE)
                ? ""
                : " " + modifier.name().toLowerCase(Locale.ROOT);
        add("service", key, method.name() + promise + " " + result(method) + deadline(method.deadline()));
        Map<Integer, String> order = Order.notes(method.parameters(), FieldSchema::number);
        for (FieldSchema parameter : method.parameters()) {
            LockKey part = key.part(LockKey.Part.PARAMETER, parameter.number());
            add("service", part, field(parameter) + order.get(parameter.number()));
        }
        StreamSchema upload = method.upload();
        if (upload != null) {
            add("service", key.part(LockKey.Part.STREAM, -1), upload.name() + " " + upload.type());
        }
        method.raised()
                .forEach(raised -> add("service", key.part(LockKey.Part.THROWS, raised.number()), raised.error()));
    }

    private static String result(MethodSchema method) {
        String type = method.result().type();
        if (type == null) {
            return "void";
        }
        return method.result().stream()
                ? "stream<" + type + ">"
                : type + (method.result().optional() ? "?" : "");
    }

    private static String deadline(@Nullable DeadlineSchema deadline) {
        if (deadline == null) {
            return "";
        }
        return deadline instanceof DeadlineSchema.OfAfter after
                ? " @deadline(" + after.after() + ")"
                : " @deadline(none)";
    }

    private static String field(FieldSchema field) {
        LiteralSchema literal = field.defaultField();
        return field.name() + " " + field.type() + (field.optional() ? "?" : "")
                + (literal == null ? "" : " = " + Literals.text(literal))
                + limits(field.max(), field.sensitive());
    }

    private static String limits(@Nullable Long max, boolean sensitive) {
        return (max == null ? "" : " @max(" + max + ")") + (sensitive ? " @sensitive" : "");
    }

    private void reserved(String word, String definition, @Nullable ReservedSchema reserved) {
        if (reserved == null) {
            return;
        }
        for (NumberRange range : reserved.numbers()) {
            add(word, LockKey.reserved(definition, range.first(), range.last()), "");
        }
        reserved.names().forEach(name -> add(word, LockKey.reserved(definition, name), ""));
    }

    private void head(String word, String name, String content) {
        add(word, LockKey.head(name), content);
    }

    private void add(String word, LockKey key, String content) {
        lines.put(key, new LockLine(key, word, content));
    }
}
