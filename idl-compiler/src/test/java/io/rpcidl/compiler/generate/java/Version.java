package io.rpcidl.compiler.generate.java;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.compiler.model.Constant;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Type;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One of two versions of a schema with its compiled code, and everything in it that is written and read by itself. */
final class Version {

    private final Schema schema;
    private final JavaValues values;
    private final Map<String, Root> roots = new TreeMap<>();

    Version(Schema schema, ClassLoader loader) throws ReflectiveOperationException {
        this.schema = schema;
        this.values = new JavaValues(schema, loader);
        for (Definition definition : schema.definitions().values()) {
            if (definition instanceof Service service) {
                service(service);
            } else if (!(definition instanceof Constant)) {
                Class<?> type = values.find(JavaNames.type(definition.name().simpleName()));
                Object codec = type.getMethod("codec").invoke(null);
                roots.put(definition.name().toString(), new Root(message(codec), new Form.Of(definition)));
            }
        }
    }

    Schema schema() {
        return schema;
    }

    /** By what a peer finds them: names of definitions, numbers of methods and errors. */
    Map<String, Root> roots() {
        return roots;
    }

    /**
     * Something that makes a message.
     *
     * @param codec null for a call that takes a stream, whose first message is no such thing
     */
    record Root(@Nullable StructCodec<Object> codec, Form form) {}

    /** What the message of a root holds. */
    sealed interface Form {
        /** A definition. */
        record Of(Definition definition) implements Form {}

        /**
         * Parameters.
         *
         * @param method whose name tells whether it is still the same
         */
        record Parameters(QualifiedName service, Method method) implements Form {}

        /** A result. */
        record Result(Type type, boolean optional) implements Form {}

        /** No result. */
        record Nothing() implements Form {}
    }

    @SuppressWarnings("unchecked") // only values of the type are given to it
    private static StructCodec<Object> message(Object codec) {
        return codec instanceof StructCodec<?> struct
                ? (StructCodec<Object>) struct
                : Codecs.result((Codec<Object>) codec);
    }

    private void service(Service service) throws ReflectiveOperationException {
        Class<?> methods = values.find(JavaNames.type(service.name().simpleName()) + "Methods");
        java.lang.reflect.Field constant = methods.getDeclaredField("SERVICE");
        constant.setAccessible(true);
        ServiceDescriptor descriptor = (ServiceDescriptor) constant.get(null);
        for (Method method : service.methods()) {
            String label = service.name() + " " + method.number();
            MethodDescriptor<?, ?> found = descriptor.method(method.number());
            String streams =
                    (method.streamParameter() != null ? " upload" : "") + (method.result().stream() ? " stream" : "");
            roots.put(
                    label + streams,
                    new Root(message(found.parameters()), new Form.Parameters(service.name(), method)));
            Type result = method.result().type();
            Form form = result == null
                    ? new Form.Nothing()
                    : new Form.Result(result, method.result().optional());
            roots.put(label + streams + " result", new Root(message(found.result()), form));
            Method.StreamParameter upload = method.streamParameter();
            StructCodec<?> item = found.requestItem();
            if (upload != null && item != null) {
                roots.put(label + streams + " item", new Root(message(item), new Form.Result(upload.item(), false)));
            }
            for (Method.Raised raised : method.errors()) {
                String error = label + streams + " error " + raised.number();
                roots.put(error, new Root(null, new Form.Of(schema.definition(raised.error()))));
            }
        }
    }

    /** A value of a root that this version's schema allows. */
    @Nullable
    Object make(Form form, Random random) {
        TreeMaker maker = new TreeMaker(schema, random);
        if (form instanceof Form.Of of) {
            return maker.of(new Type.Reference(of.definition().name()), null, 0);
        }
        if (form instanceof Form.Parameters parameters) {
            return maker.fields(parameters.method().parameters(), 0);
        }
        if (form instanceof Form.Result result) {
            return result.optional() && random.nextBoolean() ? null : maker.of(result.type(), null, 1);
        }
        return null;
    }

    byte[] write(Root root, @Nullable Object tree) throws ReflectiveOperationException {
        return root.codec().encode(toJava(root.form(), tree));
    }

    @Nullable
    Object read(Root root, byte[] octets) throws ReflectiveOperationException {
        Object value = root.codec().decode(octets);
        Form form = root.form();
        if (form instanceof Form.Of of) {
            return values.toTree(of.definition(), value);
        }
        if (form instanceof Form.Parameters of) {
            List<Field> fields = of.method().parameters();
            if (fields.isEmpty()) {
                return Map.of();
            }
            Field only = fields.get(0);
            return ServiceCode.alone(of.method())
                    ? Map.of(only.number(), values.toTree(only.type(), value))
                    : values.takeApart(value, fields);
        }
        return value == null || !(form instanceof Form.Result result) ? null : values.toTree(result.type(), value);
    }

    private @Nullable Object toJava(Form form, @Nullable Object tree) throws ReflectiveOperationException {
        if (form instanceof Form.Of of) {
            return values.toJava(of.definition(), tree);
        }
        if (form instanceof Form.Parameters of) {
            return parameters(of, tree);
        }
        return tree == null || !(form instanceof Form.Result result) ? null : values.toJava(result.type(), tree);
    }

    @SuppressWarnings("unchecked") // trees of parameters are such maps
    private Object parameters(Form.Parameters of, @Nullable Object tree) throws ReflectiveOperationException {
        Map<Integer, Object> fields = (Map<Integer, Object>) tree;
        List<Field> parameters = of.method().parameters();
        if (parameters.isEmpty()) {
            return JavaValues.nothing();
        }
        if (ServiceCode.alone(of.method())) {
            return values.toJava(
                    parameters.get(0).type(), fields.get(parameters.get(0).number()));
        }
        String name = JavaNames.type(of.service().simpleName()) + "Methods$"
                + JavaNames.parametersType(of.method().name());
        return values.build(values.find(name), parameters, fields);
    }
}
