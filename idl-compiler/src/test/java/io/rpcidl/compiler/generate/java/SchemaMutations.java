package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A schema after somebody has worked on it: changes of all kinds, each legal on its own. */
final class SchemaMutations {

    private final Random random;
    private final List<Definition> definitions;
    private FieldMutations fields;

    private SchemaMutations(List<Definition> definitions, Random random) {
        this.random = random;
        this.definitions = new ArrayList<>(definitions);
        this.fields = new FieldMutations(random, only(Enumeration.class), only(NamedType.class));
    }

    /** A changed copy for another Java package. */
    static Schema of(Schema schema, int changes, Random random, String javaPackage) {
        SchemaMutations mutations = new SchemaMutations(schema.files().get(0).definitions(), random);
        for (int i = 0; i < changes; i++) {
            mutations.change();
        }
        return Models.schema(javaPackage, mutations.definitions);
    }

    private void change() {
        // an earlier change may have changed what types and defaults can be
        fields = new FieldMutations(random, only(Enumeration.class), only(NamedType.class));
        int at = random.nextInt(definitions.size());
        Definition before = definitions.get(at);
        Definition after = change(before);
        definitions.set(at, after);
    }

    private Definition change(Definition definition) {
        if (definition instanceof Struct struct) {
            boolean flips = random.nextInt(4) == 0;
            return new Struct(
                    struct.name(),
                    "",
                    Models.NOWHERE,
                    struct.deprecation(),
                    struct.open() ^ flips,
                    fields.mutate(struct.fields()),
                    struct.reserved());
        }
        if (definition instanceof DeclaredError error) {
            boolean flips = random.nextInt(4) == 0;
            return new DeclaredError(
                    error.name(),
                    "",
                    Models.NOWHERE,
                    error.deprecation(),
                    error.rejects() ^ flips,
                    flips ? error.fields() : fields.mutate(error.fields()),
                    error.reserved());
        }
        if (definition instanceof Enumeration enumeration) {
            return enumeration(enumeration);
        }
        if (definition instanceof Union union) {
            return new Union(union.name(), "", Models.NOWHERE, null, variants(union.variants()), union.reserved());
        }
        if (definition instanceof NamedType named) {
            return namedType(named);
        }
        Service service = (Service) definition;
        return new Service(service.name(), "", Models.NOWHERE, null, methods(service.methods()), service.reserved());
    }

    private NamedType namedType(NamedType named) {
        boolean rebased = random.nextBoolean() && !isDefaulted(named);
        Long max = named.max() == null ? null : Long.valueOf(1 + random.nextInt(20));
        return new NamedType(
                named.name(),
                "",
                Models.NOWHERE,
                named.deprecation(),
                rebased ? fields.neighbour(named.base()) : named.base(),
                rebased ? null : max,
                random.nextBoolean());
    }

    /** Whether a default would no longer be of the type. */
    private boolean isDefaulted(NamedType named) {
        return allFields().stream()
                .anyMatch(
                        field -> field.defaultValue() != null && field.type().equals(new Type.Reference(named.name())));
    }

    private Enumeration enumeration(Enumeration enumeration) {
        List<EnumValue> values = new ArrayList<>(enumeration.values());
        int at = random.nextInt(values.size());
        EnumValue value = values.get(at);
        boolean closed = enumeration.closed();
        switch (random.nextInt(6)) {
            case 0 -> closed = !closed;
            case 1 ->
                values.add(new EnumValue("ADDED_" + random.nextInt(99), unused(values), "", Models.NOWHERE, null));
            case 2 -> values.set(at, new EnumValue(value.name(), unused(values), "", Models.NOWHERE, null));
            case 3 -> {
                if (values.size() > 1 && !isNamed(enumeration, value)) {
                    values.remove(at);
                }
            }
            case 4 -> {
                if (!isNamed(enumeration, value)) {
                    values.set(at, new EnumValue("RENAMED", value.number(), "", Models.NOWHERE, null));
                }
            }
            default -> Collections.shuffle(values, random);
        }
        return new Enumeration(
                enumeration.name(),
                "",
                Models.NOWHERE,
                enumeration.deprecation(),
                closed,
                values,
                enumeration.reserved());
    }

    private int unused(List<EnumValue> values) {
        return fields.unused(values, EnumValue::number);
    }

    private boolean isNamed(Enumeration enumeration, EnumValue value) {
        Literal literal = new Literal.Enumerated(enumeration.name(), value.name());
        return allFields().stream().anyMatch(field -> literal.equals(field.defaultValue()));
    }

    private List<Field> allFields() {
        List<Field> all = new ArrayList<>();
        only(Struct.class).forEach(struct -> all.addAll(struct.fields()));
        only(DeclaredError.class).forEach(error -> all.addAll(error.fields()));
        only(Service.class).forEach(service -> service.methods().forEach(method -> all.addAll(method.parameters())));
        return all;
    }

    /** The last one stays as it is: deep values end with it. */
    private List<Variant> variants(List<Variant> variants) {
        List<Variant> changed = new ArrayList<>(variants.subList(0, variants.size() - 1));
        Variant last = variants.get(variants.size() - 1);
        int choice = changed.isEmpty() ? 0 : random.nextInt(7);
        if (choice == 0) {
            Type type = random.nextBoolean() ? null : fields.plain();
            changed.add(variant(fields.unused(variants, Variant::number), "added" + random.nextInt(99), type));
        } else {
            int at = random.nextInt(changed.size());
            Variant variant = changed.get(at);
            Type type = variant.type();
            switch (choice) {
                case 1 -> changed.remove(at);
                case 2 -> changed.set(at, variant(variant.number(), "renamed" + random.nextInt(99), type));
                case 3 -> changed.set(at, variant(fields.unused(variants, Variant::number), variant.name(), type));
                case 4 -> changed.set(at, variant(variant.number(), variant.name(), type == null ? structs() : null));
                case 5 -> Collections.shuffle(changed, random);
                default ->
                    changed.set(
                            at,
                            variant(
                                    variant.number(),
                                    variant.name(),
                                    type == null ? fields.plain() : fields.similar(type)));
            }
        }
        changed.add(last);
        return changed;
    }

    private static Variant variant(int number, String name, @Nullable Type type) {
        return new Variant(number, name, type, null, false, "", Models.NOWHERE, null);
    }

    private Type structs() {
        return new Type.Reference(fields.any(only(Struct.class)).name());
    }

    private List<Method> methods(List<Method> methods) {
        List<Method> changed = new ArrayList<>(methods);
        int at = random.nextInt(changed.size());
        Method method = changed.get(at);
        switch (random.nextInt(9)) {
            case 0 ->
                changed.add(renamed(method, fields.unused(methods, Method::number), "added" + random.nextInt(99)));
            case 1 -> {
                if (changed.size() > 1) {
                    changed.remove(at);
                }
            }
            case 2 -> changed.set(at, renamed(method, method.number(), "renamed" + random.nextInt(99)));
            case 3 -> changed.set(at, renamed(method, fields.unused(methods, Method::number), method.name()));
            case 4, 5 -> changed.set(at, parameters(method, fields.mutate(method.parameters())));
            case 6 -> changed.set(at, result(method));
            case 7 -> changed.set(at, raised(method));
            default -> changed.set(at, promise(method));
        }
        return changed;
    }

    private Method result(Method method) {
        Method.Result result = method.result();
        Type type = result.type();
        Method.Result other = switch (random.nextInt(4)) {
            case 0 -> new Method.Result(fields.plain(), random.nextBoolean(), false);
            case 1 -> new Method.Result(type, type != null && !result.stream() && !result.optional(), result.stream());
            case 2 -> new Method.Result(null, false, false);
            default -> type == null ? result : new Method.Result(fields.similar(type), false, !result.stream());
        };
        return rest(method, method.parameters(), other, method.errors(), method.modifier());
    }

    private Method raised(Method method) {
        List<Method.Raised> raised = new ArrayList<>(method.errors());
        if (raised.isEmpty()) {
            raised.add(
                    new Method.Raised(3, fields.any(only(DeclaredError.class)).name()));
        } else if (random.nextBoolean()) {
            raised.set(0, new Method.Raised(1 + random.nextInt(9), raised.get(0).error()));
        } else {
            raised.clear();
        }
        return rest(method, method.parameters(), method.result(), raised, method.modifier());
    }

    private Method promise(Method method) {
        Method.Modifier modifier = Method.Modifier.values()[random.nextInt(3)];
        return rest(method, method.parameters(), method.result(), method.errors(), modifier);
    }

    private Method parameters(Method method, List<Field> parameters) {
        return rest(method, parameters, method.result(), method.errors(), method.modifier());
    }

    private Method rest(
            Method method,
            List<Field> parameters,
            Method.Result result,
            List<Method.Raised> raised,
            Method.Modifier modifier) {
        return new Method(
                method.number(),
                method.name(),
                modifier,
                parameters,
                random.nextInt(12) == 0 ? null : method.streamParameter(),
                result,
                raised,
                new Method.Deadline.After(Duration.ofMillis(1 + random.nextInt(5000))),
                "",
                Models.NOWHERE,
                method.deprecation());
    }

    private static Method renamed(Method method, int number, String name) {
        return new Method(
                number,
                name,
                method.modifier(),
                method.parameters(),
                method.streamParameter(),
                method.result(),
                method.errors(),
                method.deadline(),
                "",
                Models.NOWHERE,
                method.deprecation());
    }

    private <T> List<T> only(Class<T> kind) {
        return definitions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
