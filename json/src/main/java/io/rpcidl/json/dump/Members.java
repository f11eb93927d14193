package io.rpcidl.json.dump;

import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.TypeName;
import io.rpcidl.schema.VariantSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a struct or the variants of a union.
 *
 * @param byNumber each by its number
 * @param union whether exactly one of them is there
 */
record Members(Map<Integer, Member> byNumber, boolean union) {

    /** Nothing is known about any field. */
    static final Members UNKNOWN = new Members(Map.of(), false);

    static Members ofFields(List<FieldSchema> fields) {
        Map<Integer, Member> byNumber = new HashMap<>();
        for (FieldSchema field : fields) {
            byNumber.put(field.number(), new Member(field.name(), TypeName.parse(field.type()), field.sensitive()));
        }
        return new Members(byNumber, false);
    }

    static Members ofVariants(List<VariantSchema> variants) {
        Map<Integer, Member> byNumber = new HashMap<>();
        for (VariantSchema variant : variants) {
            String type = variant.type();
            TypeName parsed = type == null ? null : TypeName.parse(type);
            byNumber.put(variant.number(), new Member(variant.name(), parsed, variant.sensitive()));
        }
        return new Members(byNumber, true);
    }

    /** A struct whose field 1 is the only one (W-3.21). */
    static Members ofOnly(String name, TypeName type) {
        return new Members(Map.of(1, new Member(name, type, false)), false);
    }
}
