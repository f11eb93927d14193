package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.Type;
import java.util.Comparator;

/** The expression that describes a method to the runtime. */
final class DescriptorCode {

    private static final int INDENT = 4;

    private DescriptorCode() {}

    static Code of(Method method, ServiceCode code, ValueCode values, Code parametersCodec) {
        Code start = Code.of("$T.unary(NAME, $S, $L)", RuntimeTypes.METHOD_DESCRIPTOR, method.name(), method.number());
        Code declaration = Code.of(
                "static final $T<$T, $T> $L = ",
                RuntimeTypes.METHOD_DESCRIPTOR,
                code.parameters(method),
                code.result(method),
                code.descriptorName(method));
        boolean together = Layout.fits(INDENT + Layout.width(declaration), start);
        Code.Builder descriptor = Code.builder();
        descriptor.add(together ? "$>$>$L" : "\n$>$>$L$>$>", start);
        if (method.modifier() != Method.Modifier.NONE) {
            descriptor.add("\n.modifier($T.$L)", RuntimeTypes.MODIFIER, method.modifier());
        }
        if (method.deadline() instanceof Method.Deadline.After after) {
            descriptor.add("\n.deadline($L)", JavaLiterals.duration(after.duration()));
        } else if (method.deadline() instanceof Method.Deadline.None) {
            descriptor.add("\n.withoutDeadline()");
        }
        if (!method.parameters().isEmpty()) {
            descriptor.add("\n.parameters($L)", parametersCodec);
        }
        Method.StreamParameter stream = method.streamParameter();
        if (stream != null) {
            descriptor.add("\n.streamRequest($L)", item(stream.item(), values));
        }
        Type result = method.result().type();
        if (result != null) {
            String call = method.result().stream() ? "streamResult" : "result";
            descriptor.add(
                    "\n.$L($L)", call, method.result().optional() ? optional(result, values) : item(result, values));
        }
        method.errors().stream()
                .sorted(Comparator.comparingInt(Method.Raised::number))
                .forEach(raised -> {
                    ClassName error = code.types().name(raised.error());
                    descriptor.add("\n.declares($1L, $2T.class, $2T.codec())", raised.number(), error);
                });
        return descriptor
                .add(together ? "\n.build()$<$<" : "\n.build()$<$<$<$<")
                .build();
    }

    private static Code optional(Type type, ValueCode values) {
        return Code.of("$T.optionalResult($L)", RuntimeTypes.CODECS, values.codec(type, null));
    }

    private static Code item(Type type, ValueCode values) {
        return Code.of("$T.result($L)", RuntimeTypes.CODECS, values.codec(type, null));
    }
}
