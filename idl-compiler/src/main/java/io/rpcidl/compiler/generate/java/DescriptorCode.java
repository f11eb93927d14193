package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.Type;
import java.util.Comparator;

/** The expression that describes a method to the runtime. */
final class DescriptorCode {

    private DescriptorCode() {}

    static CodeBlock of(Method method, ServiceCode code, ValueCode values, CodeBlock parametersCodec) {
        CodeBlock.Builder descriptor = CodeBlock.builder()
                .add(
                        "\n$>$>$T.<$T, $T>unary(",
                        RuntimeTypes.METHOD_DESCRIPTOR,
                        code.parameters(method),
                        code.result(method))
                .add("NAME, $S, $L)", method.name(), method.number());
        if (method.modifier() != Method.Modifier.NONE) {
            descriptor.add("\n$>$>.modifier($T.$L)$<$<", RuntimeTypes.MODIFIER, method.modifier());
        }
        descriptor.add("$>$>");
        if (method.deadline() instanceof Method.Deadline.After after) {
            descriptor.add("\n.deadline($L)", JavaLiterals.duration(after.duration()));
        } else if (method.deadline() instanceof Method.Deadline.None) {
            descriptor.add("\n.withoutDeadline()");
        }
        descriptor.add("\n.parameters($L)", parametersCodec);
        Method.StreamParameter stream = method.streamParameter();
        if (stream != null) {
            descriptor.add("\n.streamRequest($L)", item(stream.item(), values));
        }
        descriptor.add("\n.$L($L)", method.result().stream() ? "streamResult" : "result", result(method, values));
        method.errors().stream()
                .sorted(Comparator.comparingInt(Method.Raised::number))
                .forEach(raised -> {
                    ClassName error = code.types().name(raised.error());
                    descriptor.add("\n.declares($1L, $2T.class, $2T.codec())", raised.number(), error);
                });
        return descriptor.add("\n.build()$<$<$<$<").build();
    }

    private static CodeBlock result(Method method, ValueCode values) {
        Type type = method.result().type();
        if (type == null) {
            return CodeBlock.of("$T.EMPTY", RuntimeTypes.CODECS);
        }
        return method.result().optional()
                ? CodeBlock.of("$T.optionalResult($L)", RuntimeTypes.CODECS, values.codec(type, null))
                : item(type, values);
    }

    private static CodeBlock item(Type type, ValueCode values) {
        return CodeBlock.of("$T.result($L)", RuntimeTypes.CODECS, values.codec(type, null));
    }
}
