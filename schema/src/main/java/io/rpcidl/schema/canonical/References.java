package io.rpcidl.schema.canonical;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.RaisedSchema;
import io.rpcidl.schema.StreamSchema;
import io.rpcidl.schema.TypeName;
import io.rpcidl.schema.VariantSchema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a definition names. */
final class References {

    private final Set<String> names = new LinkedHashSet<>();

    private References() {}

    /** The full names of the definitions that the members name, in the order of the descriptor. */
    static Set<String> of(DefinitionSchema definition) {
        References references = new References();
        if (definition instanceof DefinitionSchema.OfConstant constant) {
            references.type(constant.constant().type());
        } else if (definition instanceof DefinitionSchema.OfStruct struct) {
            references.fields(struct.struct().fields());
        } else if (definition instanceof DefinitionSchema.OfError error) {
            references.fields(error.error().fields());
        } else if (definition instanceof DefinitionSchema.OfUnion union) {
            union.union().variants().stream().map(VariantSchema::type).forEach(references::type);
        } else if (definition instanceof DefinitionSchema.OfService service) {
            service.service().methods().forEach(references::method);
        }
        return references.names;
    }

    private void fields(List<FieldSchema> fields) {
        fields.forEach(field -> type(field.type()));
    }

    private void method(MethodSchema method) {
        fields(method.parameters());
        StreamSchema upload = method.upload();
        if (upload != null) {
            type(upload.type());
        }
        type(method.result().type());
        method.raised().stream().map(RaisedSchema::error).forEach(names::add);
    }

    private void type(@Nullable String text) {
        if (text != null) {
            type(TypeName.parse(text));
        }
    }

    private void type(TypeName type) {
        if (type instanceof TypeName.Reference reference) {
            names.add(reference.name());
        } else if (type instanceof TypeName.ListOf list) {
            type(list.element());
        } else if (type instanceof TypeName.SetOf set) {
            type(set.element());
        } else if (type instanceof TypeName.MapOf map) {
            type(map.key());
            type(map.value());
        }
    }
}
