package io.rpcidl.compiler.generate.java;

import static io.rpcidl.compiler.generate.java.Models.enumeration;
import static io.rpcidl.compiler.generate.java.Models.error;
import static io.rpcidl.compiler.generate.java.Models.field;
import static io.rpcidl.compiler.generate.java.Models.method;
import static io.rpcidl.compiler.generate.java.Models.named;
import static io.rpcidl.compiler.generate.java.Models.service;
import static io.rpcidl.compiler.generate.java.Models.struct;
import static io.rpcidl.compiler.generate.java.Models.type;
import static io.rpcidl.compiler.generate.java.Models.union;
import static io.rpcidl.compiler.generate.java.Models.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.model.Constant;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.compiler.model.Variant;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JavaChecksTest {

    private static final Field FIELD = field(1, "x", type(Scalar.I32));

    @Test
    void refusesFieldsThatBecomeOneName() {
        Span first = new Span(new SourceFile("a", "a", "ab"), 0, 1);
        Field placed = new Field(1, "placed_at", type(Scalar.I32), false, null, null, false, "", first, null);
        List<Diagnostic> found = check(struct("Thing", placed, field(2, "placedAt", type(Scalar.I32))));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).code()).isEqualTo(Code.JAVA_NAME);
        assertThat(found.get(0).message()).isEqualTo("`placed_at` and `placedAt` have one name in java");
        assertThat(found.get(0).labels().get(0).span()).isEqualTo(first);
    }

    @Test
    void refusesOtherMembersThatBecomeOneName() {
        assertThat(codes(enumeration("E", true, "a", "A"))).containsExactly(Code.JAVA_NAME);
        assertThat(codes(error("E", FIELD, field(2, "X", type(Scalar.I32))))).containsExactly(Code.JAVA_NAME);
        assertThat(codes(union("U", variant(1, "ab", null), variant(2, "aB", null))))
                .containsExactly(Code.JAVA_NAME);
        assertThat(codes(service("S", method(1, "ab", null), method(2, "aB", null))))
                .containsExactly(Code.JAVA_NAME);
        assertThat(codes(service("S", method(1, "m", null, FIELD, field(2, "X", type(Scalar.I32))))))
                .containsExactly(Code.JAVA_NAME);
    }

    @Test
    void refusesTypesWhoseClassesHaveOneName() {
        assertThat(codes(struct("Line", FIELD), struct("LineCodec", FIELD))).containsExactly(Code.JAVA_NAME);
        assertThat(codes(service("Orders"), named("OrdersClient", Scalar.I32))).containsExactly(Code.JAVA_NAME);
    }

    @Test
    void refusesTypesWhoseFilesDifferByCaseOnly() {
        assertThat(codes(named("Id", Scalar.I32), named("ID", Scalar.I32))).containsExactly(Code.JAVA_NAME);
    }

    @Test
    void refusesATypeWithTheNameOfAPackage() {
        Schema schema = Models.schema("test.thing.inner", List.of(named("Thing", Scalar.I32)));
        List<SchemaFile> files = new ArrayList<>(schema.files());
        files.addAll(Models.schema("test", List.of(named("Thing", Scalar.I32))).files());
        assertThat(check(Schema.of(files)).stream().map(Diagnostic::code)).containsExactly(Code.JAVA_NAME);
    }

    @Test
    void refusesAConstantThatHidesAType() {
        assertThat(codes(named("ID", Scalar.I32), constant("id", "x"))).containsExactly(Code.JAVA_NAME);
        assertThat(codes(constant("uuid", "x"))).containsExactly(Code.JAVA_NAME);
    }

    @Test
    void refusesPackagesOfOthers() {
        for (String taken : List.of("java.lang", "java", "io.rpcidl.codec")) {
            assertThat(check(Models.schema(taken, List.of(struct("Thing", FIELD)))))
                    .extracting(Diagnostic::code)
                    .containsExactly(Code.JAVA_PACKAGE_TAKEN);
        }
    }

    @Test
    void refusesWhatDoesNotFitIntoAClass() {
        assertThat(codes(struct("S", fields(SizeCheck.STRUCT_FIELDS + 1)))).containsExactly(Code.JAVA_TOO_LARGE);
        assertThat(codes(error("E", fields(SizeCheck.ERROR_FIELDS + 1).toArray(Field[]::new))))
                .containsExactly(Code.JAVA_TOO_LARGE);
        assertThat(codes(enumeration("E", true, values(SizeCheck.ENUM_VALUES + 1))))
                .containsExactly(Code.JAVA_TOO_LARGE);
        assertThat(codes(constant("c", "\u20ac".repeat(21_846)))).containsExactly(Code.JAVA_TOO_LARGE);
        Method wide = method(1, "m", null, fields(SizeCheck.PARAMETERS + 1).toArray(Field[]::new));
        assertThat(codes(service("S", wide))).containsExactly(Code.JAVA_TOO_LARGE);
    }

    /** On a stack of half a MiB, because build tools run javac on all kinds of threads. */
    @Test
    void compilesTheLargestOfEveryKind() throws InterruptedException {
        List<Definition> largest = List.of(
                struct("Always", fields(SizeCheck.STRUCT_FIELDS)),
                struct("Sometimes", optionalFields(SizeCheck.STRUCT_FIELDS)),
                struct("Record", fields(50)),
                error("Failure", fields(SizeCheck.ERROR_FIELDS).toArray(Field[]::new)),
                enumeration("Open", false, values(SizeCheck.ENUM_VALUES)),
                enumeration("Closed", true, values(SizeCheck.ENUM_VALUES)),
                union("Either", variants(SizeCheck.VARIANTS)),
                service("Many", methods(SizeCheck.METHODS)),
                service(
                        "Wide",
                        method(1, "m", null, fields(SizeCheck.PARAMETERS).toArray(Field[]::new))),
                constant("c", "\u20ac".repeat(21_845)));
        assertThat(check(Models.schema("test.large", largest))).isEmpty();
        List<Throwable> problems = new ArrayList<>();
        Runnable compilation =
                () -> InMemoryCompiler.compile(new JavaBackend().generate(Models.schema("test.large", largest)));
        Thread thread = new Thread(null, compilation, "small", 1 << 19);
        thread.setUncaughtExceptionHandler((failed, problem) -> problems.add(problem));
        thread.start();
        thread.join();
        assertThat(problems).isEmpty();
    }

    private static List<Field> fields(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> field(i, "field" + i, type(i % 2 == 0 ? Scalar.I64 : Scalar.F64)))
                .toList();
    }

    private static List<Field> optionalFields(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Models.optional(i, "field" + i, type(Scalar.U32)))
                .toList();
    }

    private static String[] values(int count) {
        return IntStream.range(0, count).mapToObj(i -> "VALUE_" + i).toArray(String[]::new);
    }

    private static Variant[] variants(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> variant(i, "v" + i, type(Scalar.STRING)))
                .toArray(Variant[]::new);
    }

    private static Method[] methods(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> method(i, "method" + i, type(Scalar.STRING), FIELD))
                .toArray(Method[]::new);
    }

    private static Constant constant(String name, String text) {
        return new Constant(Models.name(name), "", Models.NOWHERE, null, type(Scalar.STRING), new Literal.Text(text));
    }

    private static List<Code> codes(Definition... definitions) {
        return check(definitions).stream().map(Diagnostic::code).toList();
    }

    private static List<Diagnostic> check(Definition... definitions) {
        return check(Models.schema(definitions));
    }

    private static List<Diagnostic> check(Schema schema) {
        Diagnostics diagnostics = new Diagnostics();
        new JavaBackend().check(schema, diagnostics);
        return diagnostics.sorted();
    }
}
