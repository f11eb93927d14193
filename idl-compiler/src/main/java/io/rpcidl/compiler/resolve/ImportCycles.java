package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.ImportDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Label;
import io.rpcidl.compiler.diagnostic.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds files that import each other, without recursion and in one pass over all imports. */
final class ImportCycles {

    /** Who has more cycles than this starts with the first; so the messages stay few even when all files import all. */
    private static final int MAX_REPORTED = 20;

    private final Program program;
    private final Diagnostics diagnostics;
    private final Map<String, State> states = new HashMap<>();
    private final List<Step> path = new ArrayList<>();
    private int reported;

    private enum State {
        OPEN,
        DONE
    }

    private ImportCycles(Program program, Diagnostics diagnostics) {
        this.program = program;
        this.diagnostics = diagnostics;
    }

    /** A file on the way down, and which of its imports is next. */
    private static final class Step {
        private final FileDecl file;
        private int next;

        private Step(FileDecl file) {
            this.file = file;
        }
    }

    static void report(Program program, Diagnostics diagnostics) {
        ImportCycles cycles = new ImportCycles(program, diagnostics);
        for (FileDecl file : program.readable()) {
            if (!cycles.states.containsKey(file.source().path())) {
                cycles.walk(file);
            }
        }
    }

    private void walk(FileDecl start) {
        enter(start);
        while (!path.isEmpty()) {
            Step step = path.get(path.size() - 1);
            if (step.next == step.file.imports().size()) {
                states.put(step.file.source().path(), State.DONE);
                path.remove(path.size() - 1);
                continue;
            }
            ImportDecl wanted = step.file.imports().get(step.next++);
            FileDecl imported = program.file(wanted.path());
            State state = states.get(wanted.path());
            if (state == State.OPEN) {
                report(wanted);
            } else if (state == null && imported != null) {
                enter(imported);
            }
        }
    }

    private void enter(FileDecl file) {
        states.put(file.source().path(), State.OPEN);
        path.add(new Step(file));
    }

    /** The cycle is the part of the path from the imported file on. */
    private void report(ImportDecl closing) {
        if (++reported > MAX_REPORTED) {
            return;
        }
        int first = 0;
        while (!path.get(first).file.source().path().equals(closing.path())) {
            first++;
        }
        List<Step> cycle = path.subList(first, path.size());
        List<Label> labels = new ArrayList<>();
        for (Step step : cycle.subList(0, cycle.size() - 1)) {
            ImportDecl taken = step.file.imports().get(step.next - 1);
            labels.add(new Label(taken.span(), "which imports " + Quote.of(taken.path())));
        }
        String message = cycle.size() == 1
                ? "the file imports itself"
                : cycle.size() + " files import each other in a circle, closed here";
        diagnostics.add(Diagnostic.of(Code.IMPORT_CYCLE, closing.span(), message)
                .labels(labels)
                .help("move what both need into a file of its own"));
    }
}
