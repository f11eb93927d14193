package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Method;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The client of a service: every method is one call of the channel. */
final class ClientGenerator {

    private static final String CHANNEL = "channel";
    private static final String OPTIONS = "options";
    private static final int INDENT = 8;
    private static final int NESTED_INDENT = 12;

    private final ServiceCode code;
    private final Deprecations deprecations;

    ClientGenerator(ServiceCode code, Deprecations deprecations) {
        this.code = code;
        this.deprecations = deprecations;
    }

    TypeSpec generate() {
        String deprecation = code.service().deprecation();
        TypeSpec.Builder type = client(code.client(), code.name())
                .addJavadoc(
                        "Calls the service {@link $T} over a channel. Safe for use by several threads.\n", code.name());
        type.addModifiers(Modifier.PUBLIC);
        Declarations.topLevel(type, deprecation);
        Deprecations.suppress(
                type,
                deprecation == null
                        && deprecations.namedByMethods(code.service().methods()));
        type.addMethod(MethodSpec.constructorBuilder()
                .addJavadoc("A client with the default options.\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.RPC_CHANNEL, CHANNEL)
                .addStatement("this($L, $T.DEFAULT)", CHANNEL, RuntimeTypes.CALL_OPTIONS)
                .build());
        type.addMethod(constructor());
        type.addMethod(MethodSpec.methodBuilder("with")
                .addJavadoc("The same client with other options for its calls.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(code.client())
                .addParameter(RuntimeTypes.CALL_OPTIONS, OPTIONS)
                .addStatement("return new $T(channel, options)", code.client())
                .build());
        ClassName async = code.client().nestedClass("AsyncClient");
        type.addMethod(MethodSpec.methodBuilder("async")
                .addJavadoc("The same client, its methods returning at once.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(code.async())
                .addStatement("return new $T(channel, options)", async)
                .build());
        TypeSpec.Builder asyncType = client(async, code.async())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addMethod(constructor());
        for (Method method : code.service().methods()) {
            type.addMethod(blocking(method));
            asyncType.addMethod(asynchronous(method));
        }
        return type.addType(asyncType.build()).build();
    }

    private static TypeSpec.Builder client(ClassName name, ClassName service) {
        return TypeSpec.classBuilder(name.simpleName())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(service)
                .addField(RuntimeTypes.RPC_CHANNEL, CHANNEL, Modifier.PRIVATE, Modifier.FINAL)
                .addField(RuntimeTypes.CALL_OPTIONS, OPTIONS, Modifier.PRIVATE, Modifier.FINAL);
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.RPC_CHANNEL, CHANNEL)
                .addParameter(RuntimeTypes.CALL_OPTIONS, OPTIONS)
                .addStatement("this.channel = channel")
                .addStatement("this.options = options")
                .build();
    }

    private MethodSpec blocking(Method method) {
        Code call = call(method, ServiceCode.form(method).call, INDENT);
        boolean nothing = method.result().type() == null;
        return code.blocking(method)
                .addAnnotation(Override.class)
                .addCode(Code.statement(nothing ? "$L" : "return $L", call).block())
                .build();
    }

    private MethodSpec asynchronous(Method method) {
        return code.asynchronous(method)
                .addAnnotation(Override.class)
                .addCode(Code.statement(
                                "return $L", call(method, ServiceCode.form(method).asynchronousCall, NESTED_INDENT))
                        .block())
                .build();
    }

    private Code call(Method method, String form, int indent) {
        List<Code> parts = new ArrayList<>();
        parts.add(code.descriptor(method));
        parts.add(parameters(method));
        Method.StreamParameter stream = method.streamParameter();
        if (stream != null) {
            parts.add(Code.of("$L", JavaNames.parameter(stream.name())));
        }
        parts.add(Code.of("$L", own(OPTIONS, method)));
        String head = own(CHANNEL, method) + "." + form;
        int used = indent + "return ();".length() + head.length();
        return Code.of("$L($L)", head, Layout.arguments(used, indent, parts));
    }

    private Code parameters(Method method) {
        if (method.parameters().isEmpty()) {
            return Code.of("$T.INSTANCE", RuntimeTypes.EMPTY);
        }
        if (ServiceCode.alone(method)) {
            Field only = method.parameters().get(0);
            return Checks.checked(
                    Component.of(only, JavaNames.parameter(only.name()), code.types()), code.label(method));
        }
        List<Code> arguments = new ArrayList<>();
        for (Field field : method.parameters()) {
            arguments.add(Code.of("$L", JavaNames.parameter(field.name())));
        }
        return Code.of("new $T($L)", code.parametersRecord(method), Code.join(arguments, ", "));
    }

    /** A field of the client, also where a parameter has its name. */
    private static String own(String field, Method method) {
        Method.StreamParameter stream = method.streamParameter();
        boolean hidden = method.parameters().stream()
                        .anyMatch(parameter ->
                                JavaNames.parameter(parameter.name()).equals(field))
                || (stream != null && JavaNames.parameter(stream.name()).equals(field));
        return hidden ? "this." + field : field;
    }
}
