package io.rpcidl.compiler.describe;

import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.schema.DeadlineSchema;
import io.rpcidl.schema.MethodModifier;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.RaisedSchema;
import io.rpcidl.schema.ResultSchema;
import io.rpcidl.schema.StreamSchema;
import org.jspecify.annotations.Nullable;

/** What services offer. */
final class Methods {

    private Methods() {}

    static MethodSchema describe(Method method) {
        Method.StreamParameter stream = method.streamParameter();
        return MethodSchema.builder()
                .number(method.number())
                .name(method.name())
                .modifier(modifier(method.modifier()))
                .parameters(Members.fields(method.parameters()))
                .upload(stream == null ? null : new StreamSchema(stream.name(), TypeNames.text(stream.item())))
                .result(result(method.result()))
                .raised(method.errors().stream()
                        .map(raised ->
                                new RaisedSchema(raised.number(), raised.error().toString()))
                        .toList())
                .deadline(deadline(method.deadline()))
                .documentation(Describer.documentation(method.documentation()))
                .deprecated(method.deprecation())
                .build();
    }

    private static MethodModifier modifier(Method.Modifier modifier) {
        return switch (modifier) {
            case NONE -> MethodModifier.NONE;
            case READONLY -> MethodModifier.READONLY;
            case IDEMPOTENT -> MethodModifier.IDEMPOTENT;
            case ONEWAY -> MethodModifier.ONEWAY;
        };
    }

    private static ResultSchema result(Method.Result result) {
        Type type = result.type();
        return new ResultSchema(type == null ? null : TypeNames.text(type), result.optional(), result.stream());
    }

    private static @Nullable DeadlineSchema deadline(Method.Deadline deadline) {
        if (deadline instanceof Method.Deadline.After after) {
            return new DeadlineSchema.OfAfter(after.duration());
        }
        return deadline instanceof Method.Deadline.None ? new DeadlineSchema.OfNone() : null;
    }
}
