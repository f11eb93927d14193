package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Method;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A service as an interface that a server implements and a client is, and the same again without waiting. */
final class ServiceGenerator {

    private static final String FAILURE = "when the call fails in any other way; it tells whether it was executed";
    private static final int CALL_INDENT = 16;
    private static final int BODY_INDENT = 20;

    private final ServiceCode code;
    private final Deprecations deprecations;

    ServiceGenerator(ServiceCode code, Deprecations deprecations) {
        this.code = code;
        this.deprecations = deprecations;
    }

    TypeSpec generate() {
        String deprecation = code.service().deprecation();
        TypeSpec.Builder type =
                TypeSpec.interfaceBuilder(code.name().simpleName()).addModifiers(Modifier.PUBLIC);
        Declarations.topLevel(type, deprecation);
        Deprecations.suppress(
                type,
                deprecation == null
                        && deprecations.namedByMethods(code.service().methods()));
        type.addJavadoc(Documentation.of(
                        code.service().documentation(),
                        "The service {@code " + code.name().simpleName() + "}.")
                .paragraph("A server implements it, and {@link " + code.client().simpleName() + "} calls it.")
                .deprecated(deprecation)
                .javadoc());
        type.addJavadoc("\n@see $T\n", RuntimeTypes.RPC_EXCEPTION);
        TypeSpec.Builder async = TypeSpec.interfaceBuilder("Async")
                .addJavadoc("The same methods, each returning at once.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC);
        for (Method method : code.service().methods()) {
            type.addMethod(code.blocking(method)
                    .addModifiers(Modifier.ABSTRACT)
                    .addJavadoc(documentation(method))
                    .build());
            async.addMethod(code.asynchronous(method)
                    .addModifiers(Modifier.ABSTRACT)
                    .addJavadoc(asyncDocumentation(method))
                    .build());
        }
        type.addMethod(binding(code.name(), false));
        // a name of its own: with one method each, both handlers are functional interfaces and calls would be ambiguous
        type.addMethod(binding(code.async(), true));
        return type.addType(async.build()).build();
    }

    private CodeBlock documentation(Method method) {
        Documentation documentation = Documentation.of(method.documentation(), "Calls {@code " + method.name() + "}.");
        switch (method.modifier()) {
            case READONLY -> documentation.paragraph("Readonly: it has no effect at all.");
            case IDEMPOTENT -> documentation.paragraph("Idempotent: many executions have the effect of one.");
            case ONEWAY -> documentation.paragraph("Oneway: it returns when the request is on its way.");
            case NONE -> {
                // nothing is promised
            }
        }
        for (Field field : method.parameters()) {
            documentation.tag("@param " + JavaNames.parameter(field.name()), field.documentation());
        }
        for (Method.Raised raised : method.errors()) {
            Definition error = code.types().definition(raised.error());
            String name = code.types().name(raised.error()).simpleName();
            documentation.tag("@throws " + name, Documentation.summary(error.documentation(), "a declared error"));
        }
        return documentation
                .tag("@throws " + RuntimeTypes.RPC_EXCEPTION.simpleName(), FAILURE)
                .deprecated(method.deprecation())
                .javadoc();
    }

    private CodeBlock asyncDocumentation(Method method) {
        String name = JavaNames.method(method.name());
        return Documentation.of("")
                .paragraph("Like {@link " + code.name().simpleName() + "#" + name + "}, without waiting.")
                .deprecated(method.deprecation())
                .javadoc();
    }

    private MethodSpec binding(ClassName handler, boolean asynchronous) {
        Code.Builder calls =
                Code.builder().add("return $T.builder($T.SERVICE)", RuntimeTypes.SERVICE_BINDING, code.methods());
        for (Method method : code.service().methods()) {
            ServiceCode.Form form = ServiceCode.form(method);
            boolean nothing = form == ServiceCode.Form.UNARY && method.result().type() == null;
            String bind = nothing ? "blockingVoid" : form.binding;
            bind = asynchronous ? form.asynchronousBinding : bind;
            calls.add(call(bind, code.descriptor(method), handler(method, asynchronous)));
        }
        return MethodSpec.methodBuilder(asynchronous ? "asyncService" : "service")
                .addJavadoc("Binds the methods to a handler, for a server.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(RuntimeTypes.SERVICE_BINDING)
                .addParameter(handler, "handler")
                .addCode(Code.statement("$L", calls.add("\n.build()").build()).block())
                .build();
    }

    private Code handler(Method method, boolean asynchronous) {
        List<Code> arguments = new ArrayList<>();
        for (Field field : method.parameters()) {
            boolean alone = ServiceCode.alone(method);
            arguments.add(alone ? Code.of("call") : Code.of("call.$L()", JavaNames.parameter(field.name())));
        }
        Code lambda = Code.of("call");
        Method.StreamParameter stream = method.streamParameter();
        if (stream != null) {
            arguments.add(Code.of("items"));
            lambda = Code.of(
                    "($T call, $T items)",
                    code.parameters(method),
                    (asynchronous ? code.asynchronous(method) : code.blocking(method))
                            .build()
                            .parameters()
                            .get(method.parameters().size())
                            .type());
        }
        String name = JavaNames.method(method.name());
        if (ServiceCode.alone(method)
                && (asynchronous || stream == null || method.result().type() != null)) {
            return Code.of("handler::$L", name);
        }
        int used = BODY_INDENT + "handler.()".length() + name.length();
        Code call = Code.of("handler.$L($>$>$L$<$<)", name, Layout.arguments(used, BODY_INDENT, arguments));
        boolean answers = stream == null || asynchronous || method.result().type() != null;
        if (answers) {
            Code line = Code.of("$L -> $L", lambda, call);
            return Layout.fits(BODY_INDENT + Layout.CONTINUATION / 2, line)
                    ? line
                    : Code.of("$L ->\n$>$>$L$<$<", lambda, call);
        }
        return Code.of("$L -> {\n$>$L;\nreturn null;\n$<}", lambda, call);
    }

    /** One call of the binding's builder: on one line, or the handler on the next one. */
    private static Code call(String bind, Code descriptor, Code handler) {
        Code line = Code.of(".$L($L, $L)", bind, descriptor, handler);
        boolean together = Layout.fits(BODY_INDENT + Layout.CONTINUATION / 2, Code.of("$L, $L", descriptor, handler));
        String separator = together ? " " : "\n";
        boolean block = handler.contains("{\n");
        return block || Layout.fits(CALL_INDENT, line)
                ? Code.of("\n$L", line)
                : Code.of("\n.$L(\n$>$>$L,$L$L$<$<)", bind, descriptor, separator, handler);
    }
}
