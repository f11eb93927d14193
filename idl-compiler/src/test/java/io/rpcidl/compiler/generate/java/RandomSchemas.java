package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Reserved;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Schemas of all kinds of definitions, legal but unkind: their names are those that Java or generated code needs. */
public final class RandomSchemas {

    private static final List<String> TYPE_NAMES = List.of(
            "String",
            "Object",
            "Record",
            "Override",
            "Codec",
            "Codecs",
            "Values",
            "List",
            "Map",
            "Builder",
            "Known",
            "Unknown",
            "Async",
            "Fields",
            "Empty",
            "Kind",
            "Shape",
            "Encoder",
            "Integer",
            "Long",
            "Math",
            "Comparable",
            "class_of",
            "Order",
            "line_item",
            "HTTPRequest",
            "X",
            "Function",
            "UUID",
            "Instant",
            "Void",
            "Iterable",
            "OfA",
            "Generated",
            "Deprecated",
            "SuppressWarnings",
            "RuntimeVersion",
            "Modifier",
            "Duration",
            "Nullable",
            "UnknownVariant",
            "UnknownFields",
            "UnknownFieldCollector",
            "OpenStructCodec",
            "DistributionChannelOfARegionalWarehouse");

    private static final List<String> MEMBER_NAMES = List.of(
            "class",
            "int",
            "record",
            "sealed",
            "yield",
            "var",
            "true",
            "null",
            "wait",
            "hashCode",
            "getClass",
            "toString",
            "notify",
            "clone",
            "finalize",
            "equals",
            "builder",
            "toBuilder",
            "build",
            "codec",
            "in",
            "out",
            "value",
            "other",
            "that",
            "fields",
            "this",
            "INSTANCE",
            "instance",
            "SHAPE",
            "name",
            "NAME",
            "number",
            "known",
            "unknown",
            "unknownFields",
            "UNKNOWN",
            "CODEC",
            "with",
            "async",
            "service",
            "call",
            "handler",
            "items",
            "channel",
            "options",
            "message",
            "getMessage",
            "cause",
            "rejects",
            "match",
            "variant",
            "of",
            "placed_at",
            "MAX_LINES",
            "a1b",
            "URLPath",
            "x",
            "copy",
            "text",
            "equal",
            "hash",
            "java",
            "io",
            "com",
            "switch_",
            "when",
            "permits",
            "serialVersionUID",
            "number_",
            "fieldA",
            "inField",
            "classField",
            "description",
            "priority",
            "amount",
            "asyncService",
            "unavailableInTheCountryOfTheCustomerUntil");

    private final Random random;
    private final List<Definition> definitions = new ArrayList<>();
    private final List<QualifiedName> keys = new ArrayList<>();
    private final List<QualifiedName> plain = new ArrayList<>();
    private final List<QualifiedName> recursive = new ArrayList<>();
    private final List<QualifiedName> structs = new ArrayList<>();
    private final Set<String> typeNames = new HashSet<>();

    private RandomSchemas(long seed) {
        random = new Random(seed);
    }

    /** The schema of a seed, always the same, whose code goes to the given package. */
    public static Schema of(long seed, String javaPackage) {
        return new RandomSchemas(seed).schema(javaPackage);
    }

    private Schema schema(String javaPackage) {
        for (int i = 0; i < 3; i++) {
            namedType();
            enumeration();
        }
        List<QualifiedName> names = List.of(typeName(), typeName(), typeName());
        QualifiedName union = typeName();
        recursive.addAll(names);
        recursive.add(union);
        for (QualifiedName name : names) {
            List<Field> fields = fields(random.nextInt(9));
            boolean open = random.nextInt(4) == 0;
            definitions.add(new Struct(name, "", Models.NOWHERE, deprecation(), open, fields, Reserved.NONE));
            structs.add(name);
        }
        union(union);
        QualifiedName error = typeName();
        definitions.add(new DeclaredError(
                error, "", Models.NOWHERE, null, random.nextBoolean(), fields(random.nextInt(4)), Reserved.NONE));
        service(error);
        return Models.schema(javaPackage, definitions);
    }

    private void namedType() {
        Scalar base = Scalar.values()[random.nextInt(Scalar.values().length)];
        QualifiedName name = typeName();
        Long max = lengthOf(base);
        definitions.add(new NamedType(name, "", Models.NOWHERE, deprecation(), base, max, random.nextBoolean()));
        plain.add(name);
        if (key(base)) {
            keys.add(name);
        }
    }

    private void enumeration() {
        QualifiedName name = typeName();
        String[] values =
                memberNames(1 + random.nextInt(4), JavaNames::enumConstant).toArray(String[]::new);
        Enumeration made = Models.enumeration(name.simpleName(), random.nextBoolean(), values);
        definitions.add(made);
        plain.add(name);
        keys.add(name);
    }

    private void union(QualifiedName name) {
        List<Variant> variants = new ArrayList<>();
        int number = 0;
        for (String variant : memberNames(1 + random.nextInt(4), JavaNames::variantType)) {
            number += 1 + random.nextInt(20);
            Type type = random.nextInt(4) == 0 ? null : type(0, true);
            boolean sensitive = random.nextBoolean();
            variants.add(new Variant(number, variant, type, null, sensitive, "", Models.NOWHERE, deprecation()));
        }
        variants.add(Models.variant(number + 1, "leaf", null));
        definitions.add(new Union(name, "", Models.NOWHERE, null, variants, Reserved.NONE));
    }

    private void service(QualifiedName error) {
        List<Method> methods = new ArrayList<>();
        int number = 0;
        for (String name : memberNames(1 + random.nextInt(4), JavaNames::parametersType)) {
            boolean streams = random.nextInt(4) == 0;
            Type item = random.nextBoolean() ? null : type(0, false);
            Type result = streams || random.nextInt(3) > 0 ? type(0, false) : null;
            methods.add(new Method(
                    ++number,
                    name,
                    Method.Modifier.values()[random.nextInt(3)],
                    fields(random.nextInt(4)),
                    item == null ? null : new Method.StreamParameter("items_" + number, item),
                    new Method.Result(result, result != null && !streams && random.nextBoolean(), streams),
                    random.nextBoolean() ? List.of() : List.of(new Method.Raised(3, error)),
                    new Method.Deadline.After(Duration.ofMillis(1 + random.nextInt(5000))),
                    "",
                    Models.NOWHERE,
                    deprecation()));
        }
        definitions.add(Models.service(typeName().simpleName(), methods.toArray(Method[]::new)));
    }

    private List<Field> fields(int count) {
        List<Field> fields = new ArrayList<>();
        int number = 0;
        for (String name : memberNames(count, JavaNames::field)) {
            number += random.nextInt(5) == 0 ? 20 : 1 + random.nextInt(3);
            boolean optional = random.nextInt(3) == 0;
            Type type = type(0, optional);
            Literal literal = optional || random.nextBoolean() ? null : literal(type);
            Long max = type instanceof Type.Of of ? lengthOf(of.scalar()) : null;
            boolean sensitive = random.nextInt(4) == 0;
            fields.add(new Field(
                    number, name, type, optional, literal, max, sensitive, "", Models.NOWHERE, deprecation()));
        }
        // declaration order is not the order of numbers
        fields.sort((one, other) -> one.name().compareTo(other.name()));
        return fields;
    }

    /** @param free whether the type may contain the one that it is used in */
    private Type type(int depth, boolean free) {
        return switch (random.nextInt(depth > 2 ? 4 : 9)) {
            case 0, 1 -> Models.type(Scalar.values()[random.nextInt(Scalar.values().length)]);
            case 2, 3 -> new Type.Reference(any(plain));
            case 4 -> new Type.ListOf(type(depth + 1, true));
            case 5 -> new Type.SetOf(key());
            case 6 -> new Type.MapOf(key(), type(depth + 1, true));
            default -> new Type.Reference(any(free ? recursive : structs.isEmpty() ? plain : structs));
        };
    }

    private Type key() {
        return random.nextBoolean() ? Models.type(Scalar.STRING) : new Type.Reference(any(keys));
    }

    private @Nullable Literal literal(Type type) {
        if (type instanceof Type.Of of) {
            return literal(of.scalar());
        }
        if (type instanceof Type.Reference reference) {
            Definition definition = definitions.stream()
                    .filter(each -> each.name().equals(reference.name()))
                    .findFirst()
                    .orElse(null);
            if (definition instanceof Enumeration enumeration) {
                return new Literal.Enumerated(
                        enumeration.name(), enumeration.values().get(0).name());
            }
            return definition instanceof NamedType named ? literal(named.base()) : null;
        }
        return new Literal.Empty();
    }

    private @Nullable Literal literal(Scalar scalar) {
        return switch (scalar) {
            case BOOL -> new Literal.Bool(true);
            case I8 -> integral(Byte.MIN_VALUE);
            case I16 -> integral(Short.MIN_VALUE);
            case I32 -> integral(Integer.MIN_VALUE);
            case I64 -> integral(Long.MIN_VALUE);
            case U8 -> integral(255);
            case U16 -> integral(65_535);
            case U32 -> integral(0xFFFF_FFFFL);
            case U64 -> new Literal.Integral(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
            case F32 -> new Literal.Floating(random.nextBoolean() ? Float.NEGATIVE_INFINITY : -0.0);
            case F64 -> new Literal.Floating(random.nextBoolean() ? Double.NaN : 1e300);
            case STRING -> new Literal.Text("\"\\\n\u2028$S $L*/");
            case BYTES -> null;
            case UUID -> new Literal.Uuid(new UUID(1, -1));
            case TIMESTAMP -> new Literal.Timestamp(Instant.ofEpochSecond(-1, 5));
            case DURATION -> new Literal.TimeSpan(Duration.ofNanos(random.nextInt()));
            case DECIMAL -> new Literal.Decimal(new BigDecimal("-1.50E+7"));
        };
    }

    private static Literal integral(long value) {
        return new Literal.Integral(BigInteger.valueOf(value));
    }

    private @Nullable Long lengthOf(Scalar scalar) {
        boolean limited = (scalar == Scalar.STRING || scalar == Scalar.BYTES) && random.nextBoolean();
        return limited ? Long.valueOf(100) : null;
    }

    private static boolean key(Scalar scalar) {
        return switch (scalar) {
            case F32, F64, BYTES, TIMESTAMP, DURATION, DECIMAL -> false;
            default -> true;
        };
    }

    private @Nullable String deprecation() {
        return random.nextInt(8) == 0 ? "use another */ one" : null;
    }

    private QualifiedName any(List<QualifiedName> names) {
        return names.get(random.nextInt(names.size()));
    }

    private QualifiedName typeName() {
        String name = TYPE_NAMES.get(random.nextInt(TYPE_NAMES.size()));
        while (!typeNames.add(JavaNames.type(name).toLowerCase(Locale.ROOT))) {
            name += "X";
        }
        return Models.name(name);
    }

    private List<String> memberNames(int count, UnaryOperator<String> mapping) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        while (names.size() < count) {
            String name = MEMBER_NAMES.get(random.nextInt(MEMBER_NAMES.size()));
            if (taken.add(mapping.apply(name).toLowerCase(Locale.ROOT))) {
                names.add(name);
            }
        }
        return names;
    }
}
