package io.rpcidl.compiler.generate.java;

import io.rpcidl.codec.Empty;
import io.rpcidl.codec.UnknownVariant;
import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import io.rpcidl.value.EnumValue;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Trees as values of one version's generated classes, and back. */
final class JavaValues {

    private final Schema schema;
    private final ClassLoader loader;

    JavaValues(Schema schema, ClassLoader loader) {
        this.schema = schema;
        this.loader = loader;
    }

    Class<?> find(String name) throws ReflectiveOperationException {
        return Class.forName(JavaNames.packageName(schema.files().get(0).javaPackage()) + "." + name, true, loader);
    }

    private Class<?> find(Definition definition) throws ReflectiveOperationException {
        return find(JavaNames.type(definition.name().simpleName()));
    }

    Object toJava(Type type, Object tree) throws ReflectiveOperationException {
        if (type instanceof Type.Of of) {
            return scalar(of.scalar(), tree);
        }
        if (type instanceof Type.ListOf list) {
            return elements(list.element(), (List<?>) tree, new ArrayList<>());
        }
        if (type instanceof Type.SetOf set) {
            return elements(set.element(), (Set<?>) tree, new LinkedHashSet<>());
        }
        if (type instanceof Type.MapOf map) {
            Map<Object, Object> values = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) tree).entrySet()) {
                values.put(toJava(map.key(), entry.getKey()), toJava(map.value(), entry.getValue()));
            }
            return values;
        }
        return toJava(schema.definition(((Type.Reference) type).name()), tree);
    }

    private Object elements(Type element, Iterable<?> trees, Collection<Object> values)
            throws ReflectiveOperationException {
        for (Object tree : trees) {
            values.add(toJava(element, tree));
        }
        return values;
    }

    Object toJava(Definition definition, Object tree) throws ReflectiveOperationException {
        Class<?> type = find(definition);
        if (definition instanceof NamedType named) {
            return type.getConstructors()[0].newInstance(scalar(named.base(), tree));
        }
        if (definition instanceof Enumeration) {
            return type.getMethod("of", int.class).invoke(null, ((Tree.Value) tree).number());
        }
        if (definition instanceof Struct struct) {
            return build(type, struct.fields(), map(tree));
        }
        if (definition instanceof DeclaredError error) {
            return build(type, error.fields(), map(tree));
        }
        Tree.Variant value = (Tree.Variant) tree;
        for (Variant variant : ((Union) definition).variants()) {
            if (variant.number() == value.number()) {
                Constructor<?> constructor = variantClass(type, variant).getConstructors()[0];
                return variant.type() == null
                        ? constructor.newInstance()
                        : constructor.newInstance(toJava(variant.type(), value.value()));
            }
        }
        throw new IllegalArgumentException("no variant " + value.number());
    }

    private static Class<?> variantClass(Class<?> union, Variant variant) throws ReflectiveOperationException {
        return Class.forName(
                union.getName() + "$" + JavaNames.variantType(variant.name()), true, union.getClassLoader());
    }

    /** A struct, an error, or the parameters of a method: the constructor takes all fields in their order. */
    Object build(Class<?> type, List<Field> fields, Map<Integer, Object> values) throws ReflectiveOperationException {
        Constructor<?> whole = null;
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            boolean isPublic = java.lang.reflect.Modifier.isPublic(constructor.getModifiers());
            whole = whole == null || isPublic ? constructor : whole;
        }
        Object[] arguments = new Object[fields.size()];
        for (int i = 0; i < arguments.length; i++) {
            Object value = values.get(fields.get(i).number());
            arguments[i] = value == null ? null : toJava(fields.get(i).type(), value);
        }
        return open(whole).newInstance(arguments);
    }

    private static Object scalar(Scalar scalar, Object tree) {
        return switch (scalar) {
            case I8 -> ((Long) tree).byteValue();
            case I16 -> ((Long) tree).shortValue();
            case I32, U8, U16 -> ((Long) tree).intValue();
            case U64 -> ((BigInteger) tree).longValue();
            default -> tree;
        };
    }

    @Nullable
    Object toTree(Type type, Object value) throws ReflectiveOperationException {
        if (type instanceof Type.ListOf list) {
            List<@Nullable Object> trees = new ArrayList<>();
            for (Object each : (List<?>) value) {
                trees.add(toTree(list.element(), each));
            }
            return trees;
        }
        if (type instanceof Type.SetOf set) {
            Set<@Nullable Object> trees = new LinkedHashSet<>();
            for (Object each : (Set<?>) value) {
                trees.add(toTree(set.element(), each));
            }
            return trees;
        }
        if (type instanceof Type.MapOf map) {
            Map<@Nullable Object, @Nullable Object> trees = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                trees.put(toTree(map.key(), entry.getKey()), toTree(map.value(), entry.getValue()));
            }
            return trees;
        }
        return type instanceof Type.Of of
                ? plain(of.scalar(), value)
                : toTree(schema.definition(((Type.Reference) type).name()), value);
    }

    private static Object plain(Scalar scalar, Object value) {
        if (scalar == Scalar.U64) {
            return new BigInteger(Long.toUnsignedString((Long) value));
        }
        boolean whole = value instanceof Byte || value instanceof Short || value instanceof Integer;
        return whole ? Long.valueOf(((Number) value).longValue()) : value;
    }

    @Nullable
    Object toTree(Definition definition, Object value) throws ReflectiveOperationException {
        if (definition instanceof NamedType named) {
            return plain(named.base(), component(value, 0));
        }
        if (definition instanceof Enumeration) {
            return new Tree.Value(((EnumValue) value).number());
        }
        if (definition instanceof Struct struct) {
            return takeApart(value, struct.fields());
        }
        if (definition instanceof DeclaredError error) {
            if (error.fields().isEmpty()) {
                return Map.of();
            }
            return takeApart(open(value.getClass().getDeclaredField("fields")).get(value), error.fields());
        }
        if (value instanceof UnknownVariant unknown) {
            return new Tree.Variant(unknown.value().number(), null, false);
        }
        for (Variant variant : ((Union) definition).variants()) {
            if (variantClass(find(definition), variant).isInstance(value)) {
                Type type = variant.type();
                return new Tree.Variant(
                        variant.number(), type == null ? null : toTree(type, component(value, 0)), true);
            }
        }
        throw new IllegalArgumentException("no variant of " + definition.name());
    }

    Map<Integer, Object> takeApart(Object record, List<Field> fields) throws ReflectiveOperationException {
        Map<Integer, Object> trees = new TreeMap<>();
        for (int i = 0; i < fields.size(); i++) {
            Object value = component(record, i);
            if (value != null) {
                trees.put(fields.get(i).number(), toTree(fields.get(i).type(), value));
            }
        }
        return trees;
    }

    private static Object component(Object record, int index) throws ReflectiveOperationException {
        RecordComponent component = record.getClass().getRecordComponents()[index];
        return open(component.getAccessor()).invoke(record);
    }

    private static <T extends AccessibleObject> T open(T member) {
        member.setAccessible(true);
        return member;
    }

    @SuppressWarnings("unchecked") // trees of structs are such maps
    private static Map<Integer, Object> map(Object tree) {
        return (Map<Integer, Object>) tree;
    }

    /** What carries no parameters. */
    static Object nothing() {
        return Empty.INSTANCE;
    }
}
