package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Code is put together as JavaPoet would put it together from many small blocks. */
class CodeTest {

    private static final ClassName LIST = ClassName.get(List.class);
    private static final ClassName NESTED = ClassName.get("shop.orders", "Order", "Builder");

    @Test
    void isPrintedAsJavaPoetsOwnBlocksAre() {
        CodeBlock argument = CodeBlock.of("new $T(\n$>$>a,\n\nb$<$<)", NESTED);
        CodeBlock theirs = CodeBlock.builder()
                .beginControlFlow("if ($L)", "a$b == null")
                .addStatement("$1T x = $2L.of($1T.class, $2L)", LIST, "$y")
                .addStatement("call($L,\n$S)", argument, "a \"quoted\" \\ text")
                .nextControlFlow("else if ($T.done())", NESTED)
                .add("// nothing\n\n")
                .addStatement("return")
                .endControlFlow()
                .build();
        Code ours = Code.builder()
                .beginControlFlow("if ($L)", "a$b == null")
                .addStatement("$1T x = $2L.of($1T.class, $2L)", LIST, "$y")
                .addStatement("call($L,\n$S)", Code.of("new $T(\n$>$>a,\n\nb$<$<)", NESTED), "a \"quoted\" \\ text")
                .nextControlFlow("else if ($T.done())", NESTED)
                .add("// nothing\n\n")
                .addStatement("return")
                .endControlFlow()
                .build();
        assertThat(printed(ours.block())).isEqualTo(printed(theirs));
        assertThat(ours).hasToString(theirs.toString());
    }

    @Test
    void joinsPieces() {
        List<Code> pieces = List.of(Code.of("$T", LIST), Code.EMPTY, Code.text("$x"));
        assertThat(Code.join(pieces, ", ")).hasToString("java.util.List, , $x");
        assertThat(Code.join(List.of(), ", ").isEmpty()).isTrue();
    }

    @Test
    void isAsWideAsItIsWithoutPackages() {
        Pattern packages = Pattern.compile("\\b(?:[a-z][\\w]*\\.)+(?=[A-Z])");
        ClassName odd = ClassName.get("shop._x.Y", "order");
        List<Code> pieces = List.of(
                Code.of("in.$L($T::of)", "read", LIST),
                Code.of("new $T($T.INSTANCE, a.B, Foo.BAR, x_1.y.Z)", NESTED, LIST),
                Code.of("$T<$T>", ParameterizedTypeName.get(LIST, NESTED), odd),
                Code.of("a$T.$T", LIST, NESTED),
                Code.of("$T a.$T", JavaTypes.nullable(NESTED), odd),
                Code.of("call(\n$>$>$T,\nb$<$<)", LIST),
                Code.EMPTY);
        for (Code piece : pieces) {
            String text = packages.matcher(piece.toString()).replaceAll("");
            assertThat(Layout.width(piece)).as(piece.toString()).isEqualTo(text.length());
        }
    }

    private static String printed(CodeBlock body) {
        TypeSpec type = TypeSpec.classBuilder("Printed")
                .addMethod(MethodSpec.methodBuilder("run").addCode(body).build())
                .build();
        return JavaFile.builder("shop.orders", type).indent("    ").build().toString();
    }
}
