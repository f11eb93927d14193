package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import javax.lang.model.element.Modifier;

/**
 * The Java names and signatures of a service's methods, which its interface, its client and its descriptors share.
 *
 * @param types what stands for what in Java
 * @param service the service
 * @param descriptorNames the constants that describe the methods, by their numbers
 */
record ServiceCode(JavaTypes types, Service service, Map<Integer, String> descriptorNames) {

    ServiceCode(JavaTypes types, Service service) {
        this(types, service, descriptorNames(types, service));
    }

    private static Map<Integer, String> descriptorNames(JavaTypes types, Service service) {
        ConstantNames constants = new ConstantNames(types, Set.of("NAME", "SCHEMA", "SERVICE"));
        Map<Integer, String> names = new HashMap<>();
        for (Method method : service.methods()) {
            names.put(method.number(), constants.of(method.name(), "_METHOD"));
        }
        return Map.copyOf(names);
    }

    ClassName name() {
        return types.name(service.name());
    }

    ClassName async() {
        return name().nestedClass("Async");
    }

    ClassName client() {
        return JavaTypes.beside(name(), "Client");
    }

    /** The class of the descriptors and of the parameters. */
    ClassName methods() {
        return JavaTypes.beside(name(), "Methods");
    }

    /** The class that holds the schema. */
    ClassName schema() {
        return JavaTypes.beside(name(), "Schema");
    }

    Code descriptor(Method method) {
        return Code.of("$T.$L", methods(), descriptorName(method));
    }

    /** The constant that describes a method. Only generated code sees it. */
    String descriptorName(Method method) {
        return Objects.requireNonNull(descriptorNames.get(method.number()));
    }

    /** What the runtime carries: the only parameter itself, or a record of them, or its empty value. */
    TypeName parameters(Method method) {
        if (method.parameters().isEmpty()) {
            return RuntimeTypes.EMPTY;
        }
        return alone(method) ? types.boxed(method.parameters().get(0).type()) : parametersRecord(method);
    }

    ClassName parametersRecord(Method method) {
        return methods().nestedClass(JavaNames.parametersType(method.name()));
    }

    /** Whether there is only one parameter and it needs no record: it is always there, and may be shown. */
    static boolean alone(Method method) {
        if (method.parameters().size() != 1) {
            return false;
        }
        Field only = method.parameters().get(0);
        return only.required() && !only.sensitive();
    }

    /** What messages call a method: {@code Orders.get}. */
    String label(Method method) {
        return service.name().simpleName() + "." + method.name();
    }

    /** The result, or one item of it; null when there is none. */
    TypeName result(Method method) {
        Type type = method.result().type();
        if (type == null) {
            return JavaTypes.nullable(ClassName.get(Void.class));
        }
        return method.result().optional() ? JavaTypes.nullable(types.of(type)) : types.boxed(type);
    }

    /** The signature of the method that waits. */
    MethodSpec.Builder blocking(Method method) {
        Type result = method.result().type();
        TypeName type = TypeName.VOID;
        if (result != null) {
            type = method.result().optional() ? result(method) : types.of(result);
            type = method.result().stream() ? ParameterizedTypeName.get(RuntimeTypes.RPC_STREAM, type.box()) : type;
        }
        MethodSpec.Builder signature =
                signature(method, RuntimeTypes.RPC_STREAM).returns(type);
        method.errors().forEach(raised -> signature.addException(types.name(raised.error())));
        return signature;
    }

    /** The signature of the method that returns at once. */
    MethodSpec.Builder asynchronous(Method method) {
        ClassName publisher = ClassName.get(Flow.Publisher.class);
        ClassName container = method.result().stream() ? publisher : ClassName.get(CompletionStage.class);
        return signature(method, publisher).returns(ParameterizedTypeName.get(container, result(method)));
    }

    private MethodSpec.Builder signature(Method method, ClassName stream) {
        MethodSpec.Builder signature =
                MethodSpec.methodBuilder(JavaNames.method(method.name())).addModifiers(Modifier.PUBLIC);
        if (method.deprecation() != null) {
            signature.addAnnotation(Deprecated.class);
        }
        for (Field field : method.parameters()) {
            Component component = Component.of(field, JavaNames.parameter(field.name()), types);
            signature.addParameter(
                    ParameterSpec.builder(component.type(), component.name()).build());
        }
        Method.StreamParameter last = method.streamParameter();
        if (last != null) {
            TypeName items = ParameterizedTypeName.get(stream, types.boxed(last.item()));
            signature.addParameter(items, JavaNames.parameter(last.name()));
        }
        return signature;
    }

    /** Which of the four forms of calls it is: the runtime's channel and bindings have a method for each. */
    static Form form(Method method) {
        if (method.streamParameter() == null) {
            return method.result().stream() ? Form.SERVER_STREAM : Form.UNARY;
        }
        return method.result().stream() ? Form.BIDIRECTIONAL : Form.CLIENT_STREAM;
    }

    enum Form {
        UNARY("call", "callAsync", "blocking", "async"),
        SERVER_STREAM("serverStream", "serverStreamAsync", "serverStream", "serverStreamAsync"),
        CLIENT_STREAM("clientStream", "clientStreamAsync", "clientStream", "clientStreamAsync"),
        BIDIRECTIONAL("bidirectional", "bidirectionalAsync", "bidirectional", "bidirectionalAsync");

        final String call;
        final String asynchronousCall;
        final String binding;
        final String asynchronousBinding;

        Form(String call, String asynchronousCall, String binding, String asynchronousBinding) {
            this.call = call;
            this.asynchronousCall = asynchronousCall;
            this.binding = binding;
            this.asynchronousBinding = asynchronousBinding;
        }
    }
}
