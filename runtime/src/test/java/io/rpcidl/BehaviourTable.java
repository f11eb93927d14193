package io.rpcidl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Collects what became of each case over each transport, and prints all of it when the last one is over. */
final class BehaviourTable implements AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(BehaviourTable.class);
    private static final Path FILE = Path.of("target", "behaviour.txt");

    @Override
    public void afterEach(ExtensionContext context) {
        Behaviour behaviour = (Behaviour) context.getRequiredTestInstance();
        String group = context.getRequiredTestClass().getSimpleName().replace("BehaviourTest", "");
        String name = context.getRequiredTestMethod().getName();
        context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Results.class, key -> new Results(), Results.class)
                .add(
                        group + ": " + name,
                        behaviour.kind(),
                        context.getExecutionException().orElse(null));
    }

    /** One cell of the table, which a case with several parameters adds to. */
    private static final class Cell {
        private int passed;
        private int failed;
        private String reason = "";
    }

    private static final class Results implements AutoCloseable {
        private final Map<String, Map<TransportsUnderTest, Cell>> cells = new TreeMap<>();

        synchronized void add(String name, TransportsUnderTest kind, Throwable failure) {
            Cell cell = cells.computeIfAbsent(name, key -> new EnumMap<>(TransportsUnderTest.class))
                    .computeIfAbsent(kind, key -> new Cell());
            if (failure == null) {
                cell.passed++;
            } else if (failure instanceof TestAbortedException) {
                cell.reason = failure.getMessage();
            } else {
                cell.failed++;
            }
        }

        @Override
        public synchronized void close() {
            String table = table();
            System.out.println(table);
            try {
                Files.writeString(FILE, table);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private String table() {
            List<String> reasons = new ArrayList<>();
            int width = cells.keySet().stream().mapToInt(String::length).max().orElse(0);
            StringBuilder table = new StringBuilder("behaviour of calls over each transport\n");
            table.append(" ".repeat(width));
            for (TransportsUnderTest kind : TransportsUnderTest.values()) {
                table.append("  ").append(kind);
            }
            table.append('\n');
            cells.forEach((name, row) -> {
                table.append(name).append(" ".repeat(width - name.length()));
                for (TransportsUnderTest kind : TransportsUnderTest.values()) {
                    String word = word(row.get(kind), reasons);
                    table.append("  ")
                            .append(word)
                            .append(" ".repeat(Math.max(0, kind.toString().length() - word.length())));
                }
                table.append('\n');
            });
            for (int i = 0; i < reasons.size(); i++) {
                table.append("n/a ")
                        .append(i + 1)
                        .append(": ")
                        .append(reasons.get(i))
                        .append('\n');
            }
            return table.append(cells.size()).append(" cases").toString();
        }

        private static String word(Cell cell, List<String> reasons) {
            if (cell == null) {
                return "not run";
            }
            if (cell.failed > 0) {
                return "FAILED";
            }
            if (cell.passed > 0) {
                return "pass";
            }
            if (!reasons.contains(cell.reason)) {
                reasons.add(cell.reason);
            }
            return "n/a " + (reasons.indexOf(cell.reason) + 1);
        }
    }
}
