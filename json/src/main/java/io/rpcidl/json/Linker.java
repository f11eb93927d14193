package io.rpcidl.json;

import io.rpcidl.codec.Encoder;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.ScalarType;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.ServiceSchema;
import io.rpcidl.schema.TypeName;
import io.rpcidl.schema.VariantSchema;
import io.rpcidl.wire.UnencodableValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the forms of all definitions of a descriptor: first each by its name, then what they hold of each other. */
final class Linker {

    private static final int MAXIMUM_NUMBER = 65_535;

    private final Map<String, Form<?>> types = new TreeMap<>();
    private final Map<String, ScalarType> scalars = new TreeMap<>();
    private final Map<String, StructForm> messages = new TreeMap<>();
    private final Map<String, LinkedMethod> methods = new TreeMap<>();
    private final List<Runnable> links = new ArrayList<>();

    /**
     * Makes the forms.
     *
     * @throws InvalidDescriptorException if no compiler has made the descriptor
     */
    Linker(SchemaDescriptor descriptor) {
        for (FileSchema file : descriptor.files()) {
            for (DefinitionSchema definition : file.definitions()) {
                define(Identifiers.checkedPackage(file.packageName()) + ".", definition);
            }
        }
        links.forEach(Runnable::run);
    }

    /** The types that fields can have, by their full names. */
    Map<String, Form<?>> types() {
        return types;
    }

    /** The structs and errors, by their full names. */
    Map<String, StructForm> messages() {
        return messages;
    }

    /** The methods, by their full names. */
    Map<String, LinkedMethod> methods() {
        return methods;
    }

    private void define(String prefix, DefinitionSchema definition) {
        if (definition instanceof DefinitionSchema.OfNamedType named) {
            String name = prefix + Identifiers.checked(named.namedType().name());
            add(types, name, in(name, () -> named(name, named.namedType())));
        } else if (definition instanceof DefinitionSchema.OfEnumeration enumeration) {
            EnumSchema schema = enumeration.enumeration();
            String name = prefix + Identifiers.checked(schema.name());
            add(types, name, in(name, () -> new EnumForm(schema)));
        } else if (definition instanceof DefinitionSchema.OfStruct struct) {
            String name = prefix + Identifiers.checked(struct.struct().name());
            StructForm form =
                    new StructForm(struct.struct().name(), struct.struct().open());
            add(types, name, form);
            defineMessage(name, form, struct.struct().fields());
        } else if (definition instanceof DefinitionSchema.OfError error) {
            defineMessage(
                    prefix + Identifiers.checked(error.error().name()),
                    new StructForm(error.error().name()),
                    error.error().fields());
        } else if (definition instanceof DefinitionSchema.OfUnion union) {
            String name = prefix + Identifiers.checked(union.union().name());
            UnionForm form = new UnionForm(union.union().name());
            add(types, name, form);
            links.add(() -> in(name, () -> {
                form.link(variants(union.union().variants()));
                return form;
            }));
        } else if (definition instanceof DefinitionSchema.OfService service) {
            links.add(() -> defineMethods(prefix, service.service()));
        } else if (!(definition instanceof DefinitionSchema.OfConstant)) {
            throw new InvalidDescriptorException("the descriptor has a definition of a kind that is not known here");
        }
    }

    private void defineMessage(String name, StructForm form, List<FieldSchema> fields) {
        add(messages, name, form);
        links.add(() -> in(name, () -> {
            form.link(fields(fields));
            return form;
        }));
    }

    private void defineMethods(String prefix, ServiceSchema service) {
        for (MethodSchema method : service.methods()) {
            String name = prefix + Identifiers.checked(service.name()) + "." + Identifiers.checked(method.name());
            add(methods, name, in(name, () -> {
                StructForm parameters = new StructForm(service.name() + "." + method.name());
                parameters.link(fields(method.parameters()));
                String type = method.result().type();
                Form<Object> result = type == null ? null : Form.untyped(form(type));
                return new LinkedMethod(parameters, result, method.result().optional());
            }));
        }
    }

    private static <V> void add(Map<String, V> map, String name, V value) {
        if (map.put(name, value) != null) {
            throw new InvalidDescriptorException(name + " is defined twice");
        }
    }

    /** Adds the name of the definition to what is wrong in it. */
    private static <V> V in(String name, Supplier<V> linking) {
        try {
            return linking.get();
        } catch (InvalidDescriptorException | IllegalArgumentException e) {
            throw new InvalidDescriptorException(name + ": " + e.getMessage(), e);
        }
    }

    private Form<?> named(String name, NamedTypeSchema schema) {
        ScalarType base = ScalarType.of(schema.base());
        if (base == null) {
            throw new InvalidDescriptorException("the base is no type of the language");
        }
        scalars.put(name, base);
        return annotated(Scalars.form(base), schema.max(), schema.sensitive());
    }

    private static Form<?> annotated(Form<?> form, @Nullable Long maximum, boolean sensitive) {
        Form<?> limited = maximum == null ? form : form.limited(maximum);
        return sensitive ? SensitiveForm.of(limited) : limited;
    }

    private List<StructField> fields(List<FieldSchema> schemas) {
        List<StructField> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (FieldSchema schema : schemas) {
            if (!names.add(Identifiers.checked(schema.name()))) {
                throw new InvalidDescriptorException("two fields have the name " + schema.name());
            }
            Form<Object> form = Form.untyped(annotated(form(schema.type()), schema.max(), schema.sensitive()));
            LiteralSchema literal = schema.defaultField();
            Object value = literal == null ? null : literal(TypeName.parse(schema.type()), form, literal);
            fields.add(new StructField(schema.number(), schema.name(), form, schema.optional(), value));
        }
        fields.sort(Comparator.comparingInt(StructField::number));
        checkNumbers(fields.stream().map(StructField::number).toList());
        return fields;
    }

    private List<UnionVariant> variants(List<VariantSchema> schemas) {
        List<UnionVariant> variants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (VariantSchema schema : schemas) {
            if (!names.add(Identifiers.checked(schema.name()))) {
                throw new InvalidDescriptorException("two variants have the name " + schema.name());
            }
            String type = schema.type();
            Form<Object> form =
                    type == null ? null : Form.untyped(annotated(form(type), schema.max(), schema.sensitive()));
            variants.add(new UnionVariant(schema.number(), schema.name(), form));
        }
        checkNumbers(variants.stream().map(UnionVariant::number).sorted().toList());
        return variants;
    }

    private static void checkNumbers(List<Integer> sorted) {
        int last = 0;
        for (int number : sorted) {
            if (number <= last || number > MAXIMUM_NUMBER) {
                throw new InvalidDescriptorException("the number " + number + " is used twice or not 1 to 65,535");
            }
            last = number;
        }
    }

    private Object literal(TypeName type, Form<Object> form, LiteralSchema literal) {
        Object value;
        if (type instanceof TypeName.Of scalar) {
            value = Literals.scalar(scalar.scalar(), literal);
        } else if (type instanceof TypeName.Reference reference) {
            ScalarType base = scalars.get(reference.name());
            value = base != null
                    ? Literals.scalar(base, literal)
                    : Literals.enumerated(enumeration(reference.name()), literal);
        } else {
            return Literals.collection(type, literal);
        }
        try {
            form.codec().write(new Encoder(), value);
        } catch (UnencodableValueException e) {
            throw new InvalidDescriptorException("the default can't be written: " + e.getMessage(), e);
        }
        return value;
    }

    private EnumForm enumeration(String name) {
        if (types.get(name) instanceof EnumForm enumeration) {
            return enumeration;
        }
        throw new InvalidDescriptorException("only scalars, enums and collections have defaults, not " + name);
    }

    /** The form of the type that the text means. */
    Form<?> form(String text) {
        return form(TypeName.parse(text));
    }

    private Form<?> form(TypeName type) {
        if (type instanceof TypeName.Of scalar) {
            return Scalars.form(scalar.scalar());
        }
        if (type instanceof TypeName.ListOf list) {
            return new ListForm(Form.untyped(form(list.element())), Integer.MAX_VALUE);
        }
        if (type instanceof TypeName.SetOf set) {
            return new SetForm(key(form(set.element()), "an element of a set"), Integer.MAX_VALUE);
        }
        if (type instanceof TypeName.MapOf map) {
            Form<Object> key = key(form(map.key()), "a key of a map");
            MapForm form = new MapForm(key, Form.untyped(form(map.value())), Integer.MAX_VALUE);
            // Redacted keys would all be the same, so people see nothing of such a map.
            return key.sensitive() ? SensitiveForm.of(form) : form;
        }
        return reference(((TypeName.Reference) type).name());
    }

    private static Form<Object> key(Form<?> form, String what) {
        if (!form.kind().key()) {
            throw new InvalidDescriptorException(form.kind() + " can't be " + what);
        }
        return Form.untyped(form);
    }

    private Form<?> reference(String name) {
        Form<?> form = types.get(name);
        if (form == null) {
            throw new InvalidDescriptorException("no type has the name " + name + Nearest.hint(name, types.keySet()));
        }
        return form;
    }
}
