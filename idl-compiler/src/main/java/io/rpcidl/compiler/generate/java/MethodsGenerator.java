package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.Field;
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
    private final String schemaHash;

    MethodsGenerator(ServiceCode code, ValueCode values, Deprecations deprecations, String schemaHash) {
        this.code = code;
        this.values = values;
        this.schemaHash = schemaHash;
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
        type.addField(schema());
        type.addField(service(methods));
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        for (Method method : methods) {
            if (!method.parameters().isEmpty() && !ServiceCode.alone(method)) {
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
        ClassName name = code.parametersRecord(method);
        return new Composite(
                code.service().name(),
                code.label(method),
                name,
                codec(name),
                Composite.components(method.parameters(), JavaNames::parameter, code.types()));
    }

    private ClassName codec(ClassName parameters) {
        return code.methods().nestedClass(parameters.simpleName() + "Codec");
    }

    /** A lambda and no method reference, which would load the class of the schema together with this one. */
    private FieldSpec schema() {
        return FieldSpec.builder(
                        RuntimeTypes.EMBEDDED_SCHEMA, "SCHEMA", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$T.of($S, () -> $T.descriptor())", RuntimeTypes.EMBEDDED_SCHEMA, schemaHash, code.schema())
                .build();
    }

    private FieldSpec service(List<Method> methods) {
        List<Code> arguments = new ArrayList<>(List.of(Code.of("NAME"), Code.of("SCHEMA")));
        methods.stream()
                .sorted(Comparator.comparingInt(Method::number))
                .forEach(method -> arguments.add(Code.of("$L", code.descriptorName(method))));
        int used = "    static final ServiceDescriptor SERVICE = ServiceDescriptor.of();".length();
        return FieldSpec.builder(RuntimeTypes.SERVICE_DESCRIPTOR, "SERVICE", CONSTANT)
                .initializer(Code.of(
                                "$>$>$T.of($L)$<$<",
                                RuntimeTypes.SERVICE_DESCRIPTOR,
                                Layout.arguments(used, "    ".length(), arguments))
                        .block())
                .build();
    }

    private FieldSpec descriptor(Method method) {
        ParameterizedTypeName type =
                ParameterizedTypeName.get(RuntimeTypes.METHOD_DESCRIPTOR, code.parameters(method), code.result(method));
        return FieldSpec.builder(type, code.descriptorName(method), CONSTANT)
                .initializer(DescriptorCode.of(
                                method,
                                code,
                                values,
                                method.parameters().isEmpty() ? Code.EMPTY : parametersCodec(method))
                        .block())
                .build();
    }

    /** Only for a method that has parameters. */
    private Code parametersCodec(Method method) {
        if (!ServiceCode.alone(method)) {
            return Code.of("$T.INSTANCE", codec(code.parametersRecord(method)));
        }
        Field only = method.parameters().get(0);
        return Code.of(
                "$T.parameter($S, $L, $S, $L)",
                RuntimeTypes.CODECS,
                code.label(method),
                only.number(),
                only.name(),
                values.codec(only.type(), only.max()));
    }
}
