package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Generated code stays short. All files of a definition count; documentation, imports, blank lines, annotations that
 * have a line of their own and the text of an embedded descriptor do not.
 *
 * <p>What a definition takes even without members, its head, has an allowance of its own: the classes, their constructors
 * and the signatures of their methods. It is found by comparing a definition of eight members with one of four.
 */
class LineBudgetTest {

    private final Schema golden = CommittedSources.GOLDEN.schema();
    private final List<GeneratedFile> files = new JavaBackend().generate(golden);

    @Test
    void spendsAtMostTwentyLinesOnAField() {
        Budget budget = measure("field", LineBudgetTest::fields, LineBudgetTest::structOf);
        assertThat(Math.round(budget.unit())).isLessThanOrEqualTo(20);
        // Ten of them are the loops over the elements of a list, which each codec has for itself (decision 0015).
        assertThat(budget.head()).isLessThanOrEqualTo(50);
    }

    @Test
    void spendsAtMostTwelveLinesOnAVariant() {
        Budget budget = measure("variant", LineBudgetTest::variants, LineBudgetTest::unionOf);
        assertThat(Math.round(budget.unit())).isLessThanOrEqualTo(12);
        assertThat(budget.head()).isLessThanOrEqualTo(40);
    }

    @Test
    void spendsAtMostTwentyFiveLinesOnAnOperationWithItsParameters() {
        Budget budget = measure("operation", LineBudgetTest::operations, LineBudgetTest::serviceOf);
        assertThat(Math.round(budget.unit())).isLessThanOrEqualTo(25);
        assertThat(budget.head()).isLessThanOrEqualTo(60);
    }

    /** The golden definitions that have such members. */
    private Budget measure(String what, ToIntFunction<Definition> members, IntFunction<Definition> sample) {
        List<Definition> definitions = golden.definitions().values().stream()
                .filter(definition -> members.applyAsInt(definition) > 0)
                .toList();
        long head = 2 * lines(sample.apply(4)) - lines(sample.apply(8));
        long units = definitions.stream().mapToInt(members).sum();
        long spent = definitions.stream().mapToLong(this::goldenLines).sum();
        double unit = (double) (spent - head * definitions.size()) / units;
        System.out.printf(
                "%-9s %3d in %2d definitions: %4d lines = %2d a definition + %4.1f a %s%n",
                what, units, definitions.size(), spent, head, unit, what);
        return new Budget(head, unit);
    }

    private record Budget(long head, double unit) {}

    private static int fields(Definition definition) {
        if (definition instanceof Struct struct) {
            return struct.fields().size();
        }
        return definition instanceof DeclaredError error ? error.fields().size() : 0;
    }

    private static int variants(Definition definition) {
        return definition instanceof Union union ? union.variants().size() : 0;
    }

    private static int operations(Definition definition) {
        return definition instanceof Service service ? service.methods().size() : 0;
    }

    private static Definition structOf(int count) {
        return Models.struct(
                "Thing",
                IntStream.rangeClosed(1, count).mapToObj(LineBudgetTest::field).toArray(Field[]::new));
    }

    private static Definition unionOf(int count) {
        return Models.union(
                "Thing",
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> Models.variant(number, "v" + number, Models.type(Scalar.STRING)))
                        .toArray(Variant[]::new));
    }

    private static Definition serviceOf(int count) {
        return Models.service(
                "Thing",
                IntStream.rangeClosed(1, count)
                        .mapToObj(number ->
                                Models.method(number, "m" + number, Models.type(Scalar.STRING), field(1), field(2)))
                        .toArray(Method[]::new));
    }

    private static Field field(int number) {
        return Models.field(number, "f" + number, Models.type(Scalar.STRING));
    }

    private long goldenLines(Definition definition) {
        String name = "/" + definition.name().simpleName();
        return files.stream()
                .filter(file -> file.path().matches(".*" + name + "(Codec|Client|Methods|Schema)?\\.java"))
                .mapToLong(LineBudgetTest::count)
                .sum();
    }

    private static long lines(Definition definition) {
        return new JavaBackend()
                .generate(Models.schema(definition)).stream()
                        .mapToLong(LineBudgetTest::count)
                        .sum();
    }

    private static long count(GeneratedFile file) {
        return file.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("(//|/\\*\\*|\\*|import |package ).*"))
                .filter(line -> !line.matches("[A-Za-z0-9+/=]{8,}"))
                .filter(line -> !line.matches("@\\w+(\\([^()]*\\))?"))
                .count();
    }
}
