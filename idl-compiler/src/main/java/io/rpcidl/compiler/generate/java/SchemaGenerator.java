package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.value.Bytes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that holds the descriptor of a service as text, in base64. Nothing loads it before somebody asks. */
final class SchemaGenerator {

    private static final int LINE = 96;

    /** Lines of one constant: a class file holds at most 65,535 octets in one. */
    private static final int LINES = 600;

    private SchemaGenerator() {}

    static TypeSpec generate(ServiceCode code, Bytes descriptor) {
        TypeSpec.Builder type = TypeSpec.classBuilder(code.schema().simpleName())
                .addJavadoc(
                        "The schema of {@link $T} and of all it reaches, for tools and peers that ask.\n", code.name())
                .addModifiers(Modifier.FINAL);
        Declarations.topLevel(type, null);
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("descriptor")
                        .addModifiers(Modifier.STATIC)
                        .returns(RuntimeTypes.BYTES)
                        .addCode(Code.statement(
                                        "return $T.descriptor(\n$L)", RuntimeTypes.EMBEDDED_SCHEMA, text(descriptor))
                                .block())
                        .build())
                .build();
    }

    /** Text blocks: their lines are letters, digits and signs that mean nothing to javac. */
    private static Code text(Bytes descriptor) {
        String text = Base64.getEncoder().encodeToString(descriptor.toByteArray());
        List<Code> constants = new ArrayList<>();
        for (int start = 0; start < text.length(); start += LINE * LINES) {
            String part = text.substring(start, Math.min(text.length(), start + LINE * LINES));
            constants.add(Code.of("$L", "\"\"\"\n" + part.replaceAll(".{" + LINE + "}(?=.)", "$0\n") + "\n\"\"\""));
        }
        return Code.join(constants, ",\n");
    }
}
