package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Union;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generated code stays short; documentation, imports and blank lines are not counted. */
class LineBudgetTest {

    /** The heads of a class, of its builder, of its codec and of their methods, however many fields there are. */
    private static final int PER_CLASS = 40;

    private static final int PER_FIELD = 20;
    private static final int PER_VARIANT = 17;
    private static final int PER_OPERATION = 25;

    private final Schema schema = GoldenSchema.load();
    private final Map<String, Long> lines = new JavaBackend()
            .generate(schema).stream().collect(Collectors.toMap(LineBudgetTest::simpleName, LineBudgetTest::count));

    @Test
    void spendsAtMostTwentyLinesOnAField() {
        List<Definition> definitions = schema.definitions().values().stream()
                .filter(definition -> !fields(definition).isEmpty())
                .toList();
        long fields = definitions.stream()
                .mapToLong(definition -> fields(definition).size())
                .sum();
        long spent = total(definitions, "", "Codec");
        report("field", spent, definitions.size(), fields);
        assertThat(spent).isLessThanOrEqualTo(PER_FIELD * fields + PER_CLASS * definitions.size());
    }

    @Test
    void spendsFewLinesOnAVariant() {
        Union union = (Union) definition("Payment");
        long spent = total(List.of(union), "", "Codec");
        report("variant", spent, 1, union.variants().size());
        assertThat(spent).isLessThanOrEqualTo(PER_VARIANT * union.variants().size() + PER_CLASS + 10);
    }

    @Test
    void spendsAtMostTwentyFiveLinesOnAnOperationBesideItsParameters() {
        Service service = (Service) definition("Orders");
        long operations = service.methods().size();
        long parameters = service.methods().stream()
                .mapToLong(method -> method.parameters().size())
                .sum();
        long spent = total(List.of(service), "", "Client", "Methods");
        report("operation", spent, 1, operations);
        assertThat(spent).isLessThanOrEqualTo(PER_OPERATION * operations + PER_FIELD * parameters + PER_CLASS);
    }

    private static List<Field> fields(Definition definition) {
        if (definition instanceof Struct struct) {
            return struct.fields();
        }
        return definition instanceof DeclaredError error ? error.fields() : List.of();
    }

    private Definition definition(String name) {
        return schema.definitions().values().stream()
                .filter(each -> each.name().simpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long total(List<? extends Definition> definitions, String... suffixes) {
        return definitions.stream()
                .flatMap(definition ->
                        Stream.of(suffixes).map(suffix -> definition.name().simpleName() + suffix))
                .mapToLong(name -> lines.getOrDefault(name, 0L))
                .sum();
    }

    private static void report(String what, long spent, long types, long count) {
        System.out.println(spent + " lines for " + types + " types, " + spent / count + " a " + what);
    }

    private static String simpleName(GeneratedFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1).replace(".java", "");
    }

    private static long count(GeneratedFile file) {
        return file.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("(//|/\\*\\*|\\*|import |package ).*"))
                .count();
    }
}
