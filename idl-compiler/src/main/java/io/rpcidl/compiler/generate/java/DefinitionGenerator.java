package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Union;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The classes that a definition becomes: what the program sees, and beside it what the runtime needs. */
final class DefinitionGenerator {

    private final JavaTypes types;
    private final RecursiveGroups groups;
    private final Deprecations deprecations;
    private final ServiceSchemas schemas;

    DefinitionGenerator(JavaTypes types, RecursiveGroups groups, ServiceSchemas schemas) {
        this.types = types;
        this.groups = groups;
        this.schemas = schemas;
        this.deprecations = new Deprecations(types);
    }

    /** Constants are none of it: those of a file share a class. */
    List<TypeSpec> generate(Definition definition) {
        if (definition instanceof Struct struct) {
            return struct(struct);
        }
        if (definition instanceof DeclaredError error) {
            Composite composite = composite(error, error.fields(), false);
            TypeSpec type = new ErrorGenerator(deprecations).generate(error, composite);
            TypeSpec.Builder codec = new CodecGenerator(code(error), composite).generate(Modifier.FINAL);
            return List.of(type, codec(codec, error, error.fields()));
        }
        if (definition instanceof Union union) {
            return List.of(new UnionGenerator(types, deprecations).generate(union), unionCodec(union));
        }
        if (definition instanceof Enumeration enumeration) {
            ClassName name = types.name(enumeration.name());
            return List.of(
                    enumeration.closed()
                            ? ClosedEnumGenerator.generate(enumeration, name)
                            : EnumGenerator.generate(enumeration, name));
        }
        if (definition instanceof NamedType named) {
            return List.of(new NamedTypeGenerator(types).generate(named));
        }
        return definition instanceof Service service ? service(service) : List.of();
    }

    private List<TypeSpec> struct(Struct struct) {
        Composite composite = composite(struct, struct.fields(), struct.open());
        TypeSpec type = composite.large()
                ? new LargeStructGenerator(deprecations).generate(struct, composite)
                : new RecordGenerator(deprecations).generate(struct, composite);
        TypeSpec.Builder codec = new CodecGenerator(code(struct), composite).generateWithElements(Modifier.FINAL);
        return List.of(type, codec(codec, struct, struct.fields()));
    }

    private Composite composite(Definition definition, List<Field> fields, boolean open) {
        ClassName name = types.name(definition.name());
        return new Composite(
                definition.name(),
                definition.name().simpleName(),
                name,
                JavaTypes.codec(name),
                Composite.components(fields, JavaNames::field, types),
                open);
    }

    private ValueCode code(Definition owner) {
        return new ValueCode(
                types, groups, owner.name(), types.name(owner.name()).packageName());
    }

    private TypeSpec codec(TypeSpec.Builder codec, Definition definition, List<Field> fields) {
        Declarations.topLevel(codec, null);
        Deprecations.suppress(codec, definition.deprecation() != null || deprecations.read(fields));
        return codec.build();
    }

    private TypeSpec unionCodec(Union union) {
        TypeSpec.Builder codec = new UnionCodecGenerator(code(union), union).generate().toBuilder();
        Declarations.topLevel(codec, null);
        boolean marked = union.variants().stream().anyMatch(variant -> variant.deprecation() != null);
        Deprecations.suppress(
                codec, union.deprecation() != null || marked || deprecations.namedByVariants(union.variants()));
        return codec.build();
    }

    private List<TypeSpec> service(Service service) {
        ServiceCode code = new ServiceCode(types, service);
        return List.of(
                new ServiceGenerator(code, deprecations).generate(),
                new ClientGenerator(code, deprecations).generate(),
                new MethodsGenerator(code, code(service), deprecations, schemas.hash(service)).generate(),
                SchemaGenerator.generate(code, schemas.descriptor(service)));
    }
}
