package io.rpcidl.schema;

import org.jspecify.annotations.Nullable;

/** Checks files and definitions; the first mistake is thrown. */
final class DescriptorCheck {

    private final TypeCheck types;
    private final MemberCheck members;

    DescriptorCheck(SchemaIndex index) {
        this.types = new TypeCheck(index);
        this.members = new MemberCheck(types);
    }

    void check(SchemaDescriptor descriptor) {
        String last = "";
        for (FileSchema file : descriptor.files()) {
            if (!isPath(file.path())) {
                throw invalid(file.path(), "is no path below an import root, such as 'shop/orders.rpcidl'");
            }
            if (file.path().compareTo(last) <= 0) {
                throw invalid(file.path(), "must stand behind " + Names.quoted(last) + ": files are sorted by path");
            }
            last = file.path();
            String javaPackage = file.javaPackage();
            if (!Names.isDotted(file.packageName())) {
                throw invalid(file.path(), "has the malformed package " + Names.quoted(file.packageName()));
            }
            if (javaPackage != null && !Names.isDotted(javaPackage)) {
                throw invalid(file.path(), "has the malformed Java package " + Names.quoted(javaPackage));
            }
        }
        for (FileSchema file : descriptor.files()) {
            file.definitions().forEach(definition -> definition(file.packageName(), definition));
        }
    }

    private void definition(String packageName, DefinitionSchema definition) {
        String simpleName = SchemaIndex.simpleName(definition);
        String name = packageName + "." + simpleName;
        if (!Names.isSimple(simpleName)) {
            throw invalid(name, "is a malformed name");
        }
        if (definition instanceof DefinitionSchema.OfConstant constant) {
            constant(name, constant.constant());
        } else if (definition instanceof DefinitionSchema.OfNamedType named) {
            namedType(name, named.namedType());
        } else if (definition instanceof DefinitionSchema.OfEnumeration enumeration) {
            enumeration(name, enumeration.enumeration());
        } else if (definition instanceof DefinitionSchema.OfStruct struct) {
            members.fields(name, struct.struct().fields(), struct.struct().reserved());
        } else if (definition instanceof DefinitionSchema.OfUnion union) {
            members.variants(name, union.union());
        } else if (definition instanceof DefinitionSchema.OfError error) {
            members.fields(name, error.error().fields(), error.error().reserved());
        } else if (definition instanceof DefinitionSchema.OfService service) {
            new MethodCheck(types, members).service(name, service.service());
        }
    }

    private void constant(String name, ConstantSchema constant) {
        TypeName type = types.value(name, constant.type());
        types.literal(name, type, constant.value());
    }

    private void namedType(String name, NamedTypeSchema named) {
        ScalarType base = ScalarType.of(named.base());
        if (base == null) {
            throw invalid(name, "has the base " + Names.quoted(named.base()) + ", which is no scalar type");
        }
        types.max(name, new TypeName.Of(base), named.max());
    }

    private void enumeration(String name, EnumSchema enumeration) {
        NumberCheck numbers = new NumberCheck(name, 0, enumeration.reserved());
        enumeration.values().forEach(value -> numbers.member(value.number(), value.name()));
        if (enumeration.values().isEmpty()) {
            throw invalid(name, "needs a value");
        }
    }

    /** Never leaves the root that it is put below. */
    private static boolean isPath(String path) {
        for (String segment : path.split("/", -1)) {
            boolean plain = segment.chars().noneMatch(c -> c < ' ' || c == 0x7F || c == '\\' || c == ':');
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || !plain) {
                return false;
            }
        }
        return true;
    }

    static InvalidDescriptorException invalid(String place, String what) {
        return invalid(place, what, null);
    }

    static InvalidDescriptorException invalid(String place, String what, @Nullable InvalidDescriptorException cause) {
        String message = Names.quoted(place) + " " + what;
        return cause == null ? new InvalidDescriptorException(message) : new InvalidDescriptorException(message, cause);
    }
}
