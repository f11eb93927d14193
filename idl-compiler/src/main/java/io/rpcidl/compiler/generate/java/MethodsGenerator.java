package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What the runtime has to know of a service: a descriptor for each method, and the records of the parameters. */
final class MethodsGenerator {

    private static final Modifier[] CONSTANT = {Modifier.STATIC, Modifier.FINAL};

    private final ServiceCode code;
    private final ValueCode values;
    private final Deprecations deprecations;

    MethodsGenerator(ServiceCode code, ValueCode values, Deprecations deprecations) {
        this.code = code;
        this.values = values;
        this.deprecations = deprecations;
    }

    TypeSpec generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(code.methods().simpleName())
                .addJavadoc("The methods of {@link $T}, for the runtime.\n", code.name())
                .addModifiers(Modifier.FINAL);
        Declarations.topLevel(type, null);
        Deprecations.suppress(type, deprecations.namedByMethods(code.service().methods()));
        List<Method> methods = code.service().methods();
        type.addField(FieldSpec.builder(String.class, "NAME", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$S", code.service().name().toString())
                .build());
        methods.forEach(method -> type.addField(descriptor(method)));
        type.addField(service(methods));
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        for (Method method : methods) {
            if (!method.parameters().isEmpty()) {
                Composite composite = composite(method);
                type.addType(RecordGenerator.record(composite).build());
                type.addType(new CodecGenerator(values, composite)
                        .generate(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .build());
            }
        }
        return type.build();
    }

    private Composite composite(Method method) {
        ClassName name = code.parameters(method);
        return new Composite(
                code.service().name(),
                code.service().name().simpleName() + "." + method.name(),
                name,
                codec(name),
                Composite.components(method.parameters(), JavaNames::parameter, code.types()));
    }

    private ClassName codec(ClassName parameters) {
        return code.methods().nestedClass(parameters.simpleName() + "Codec");
    }

    private FieldSpec service(List<Method> methods) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("NAME")));
        methods.stream()
                .sorted(Comparator.comparingInt(Method::number))
                .forEach(method -> arguments.add(CodeBlock.of("$L", code.descriptorName(method))));
        int used = "    static final ServiceDescriptor SERVICE = ServiceDescriptor.of();".length();
        return FieldSpec.builder(RuntimeTypes.SERVICE_DESCRIPTOR, "SERVICE", CONSTANT)
                .initializer(
                        "$>$>$T.of($L)$<$<",
                        RuntimeTypes.SERVICE_DESCRIPTOR,
                        Layout.arguments(used, "    ".length(), arguments))
                .build();
    }

    private FieldSpec descriptor(Method method) {
        ParameterizedTypeName type =
                ParameterizedTypeName.get(RuntimeTypes.METHOD_DESCRIPTOR, code.parameters(method), code.result(method));
        return FieldSpec.builder(type, code.descriptorName(method), CONSTANT)
                .initializer(DescriptorCode.of(method, code, values, parametersCodec(method)))
                .build();
    }

    private CodeBlock parametersCodec(Method method) {
        return method.parameters().isEmpty()
                ? CodeBlock.of("$T.EMPTY", RuntimeTypes.CODECS)
                : CodeBlock.of("$T.INSTANCE", codec(code.parameters(method)));
    }
}
