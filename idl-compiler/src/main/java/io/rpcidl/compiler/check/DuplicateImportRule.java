package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.ImportDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Removal;
import io.rpcidl.compiler.resolve.LoadedFile;
import io.rpcidl.compiler.resolve.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file is imported once. In a file with errors nobody knows which one is needed, so then
 * nothing is said. */
final class DuplicateImportRule implements Rule {

    @Override
    public Code code() {
        return Code.DUPLICATE_IMPORT;
    }

    @Override
    public boolean comesLast() {
        return true;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (LoadedFile loaded : program.files()) {
            if (loaded.requested() && !diagnostics.hasErrorsIn(loaded.file().source())) {
                byPath(loaded.file()).values().forEach(same -> check(same, program, diagnostics));
            }
        }
    }

    /** The imports of a file that this rule speaks of: then nothing is said of their use. */
    static Set<ImportDecl> reported(FileDecl file, Program program) {
        Set<ImportDecl> reported = Collections.newSetFromMap(new IdentityHashMap<>());
        reported.addAll(file.imports());
        byPath(file).values().forEach(same -> reported.remove(kept(same, program)));
        return reported;
    }

    private static void check(List<ImportDecl> same, Program program, Diagnostics diagnostics) {
        ImportDecl kept = kept(same, program);
        for (ImportDecl again : same) {
            if (!again.equals(kept)) {
                String alias = Quote.of(again.alias().text());
                String message =
                        "the file is also imported as " + Quote.of(kept.alias().text());
                Diagnostic twice = Diagnostic.of(Code.DUPLICATE_IMPORT, again.span(), message)
                        .label(kept.span(), "imported here too");
                diagnostics.add(
                        program.isUsed(again)
                                ? twice.help("use one of the two names everywhere, and remove the other import")
                                : twice.fix(Fix.remove(
                                        "remove the import " + alias, Removal.wholeLine(again.statement()))));
            }
        }
    }

    /** The first that is used, or the first. */
    private static ImportDecl kept(List<ImportDecl> same, Program program) {
        return same.stream().filter(program::isUsed).findFirst().orElse(same.get(0));
    }

    private static Map<String, List<ImportDecl>> byPath(FileDecl file) {
        Map<String, List<ImportDecl>> imports = new LinkedHashMap<>();
        file.imports()
                .forEach(wanted -> imports.computeIfAbsent(wanted.path(), path -> new ArrayList<>())
                        .add(wanted));
        return imports;
    }
}
