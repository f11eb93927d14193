package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import io.rpcidl.value.Bytes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a value keeps the limits of another schema than the one that it was made for. */
final class TreeLimits {

    private final Schema schema;

    TreeLimits(Schema schema) {
        this.schema = schema;
    }

    boolean admits(Type type, @Nullable Long max, @Nullable Object tree) {
        if (tree == null || max != null && length(tree) > max) {
            return tree == null;
        }
        if (type instanceof Type.MapOf map && tree instanceof Map<?, ?> values) {
            return all(map.key(), values.keySet()) && all(map.value(), values.values());
        }
        if (type instanceof Type.ListOf list && tree instanceof Collection<?> values) {
            return all(list.element(), values);
        }
        if (type instanceof Type.SetOf set && tree instanceof Collection<?> values) {
            return all(set.element(), values);
        }
        return !(type instanceof Type.Reference reference) || admits(schema.definition(reference.name()), tree);
    }

    boolean admits(Definition definition, Object tree) {
        if (definition instanceof NamedType named) {
            Long max = named.max();
            return max == null || length(tree) <= max;
        }
        if (definition instanceof Struct struct && tree instanceof Map<?, ?> values) {
            return admits(struct.fields(), values);
        }
        if (definition instanceof io.rpcidl.compiler.model.DeclaredError error && tree instanceof Map<?, ?> values) {
            return admits(error.fields(), values);
        }
        if (definition instanceof Union union && tree instanceof Tree.Variant value) {
            for (Variant variant : union.variants()) {
                if (variant.number() == value.number() && variant.type() != null) {
                    return admits(variant.type(), variant.max(), value.value());
                }
            }
        }
        return true;
    }

    boolean admits(List<Field> fields, Map<?, ?> values) {
        return fields.stream().allMatch(field -> admits(field.type(), field.max(), values.get(field.number())));
    }

    private boolean all(Type element, Collection<?> values) {
        return values.stream().allMatch(value -> admits(element, null, value));
    }

    private static long length(Object tree) {
        if (tree instanceof String text) {
            return text.length();
        }
        if (tree instanceof Bytes bytes) {
            return bytes.size();
        }
        if (tree instanceof Map<?, ?> map) {
            return map.size();
        }
        return tree instanceof Collection<?> values ? values.size() : 0;
    }
}
