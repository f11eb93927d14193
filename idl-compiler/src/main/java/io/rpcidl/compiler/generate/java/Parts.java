package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * The methods of a codec that treat one field after the other. Those of a type with many fields are cut into parts, because
 * the JIT leaves very long methods to the interpreter.
 */
final class Parts {

    /** Fields of one part: few enough that a part in which no field is present is stepped over at once. */
    private static final int SIZE = 16;

    private final List<List<Component>> parts = new ArrayList<>();

    Parts(List<Component> ascending, boolean cut) {
        int size = cut ? SIZE : Math.max(1, ascending.size());
        for (int from = 0; from < ascending.size(); from += size) {
            parts.add(ascending.subList(from, Math.min(ascending.size(), from + size)));
        }
    }

    /**
     * The statements of a whole method, and the methods that they call, if any.
     *
     * @param name of the whole method; the others have a number behind it
     * @param parameters of each method
     * @param condition when to call the method of a part, or nothing for always
     * @param body the statements for some of the fields
     */
    List<MethodSpec> add(
            MethodSpec.Builder whole,
            String name,
            List<ParameterSpec> parameters,
            Function<List<Component>, String> condition,
            Function<List<Component>, Code> body) {
        if (parts.size() <= 1) {
            parts.forEach(part -> whole.addCode(body.apply(part).block()));
            return List.of();
        }
        List<MethodSpec> methods = new ArrayList<>();
        List<Code> arguments =
                parameters.stream().map(each -> Code.of("$L", each.name())).toList();
        BiFunction<List<Component>, Integer, MethodSpec> method =
                (part, number) -> MethodSpec.methodBuilder(name + number)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addParameters(parameters)
                        .addCode(body.apply(part).block())
                        .build();
        Code.Builder calls = Code.builder();
        for (List<Component> part : parts) {
            methods.add(method.apply(part, methods.size() + 1));
            Code call = Code.of("$L$L($L)", name, methods.size(), Code.join(arguments, ", "));
            if (condition.apply(part).isEmpty()) {
                calls.addStatement(call);
            } else {
                calls.beginControlFlow("if ($L)", condition.apply(part));
                calls.addStatement(call);
                calls.endControlFlow();
            }
        }
        whole.addCode(calls.build().block());
        return methods;
    }
}
