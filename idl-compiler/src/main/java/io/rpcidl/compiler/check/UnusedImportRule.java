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
import java.util.Set;

/** An import is needed. In a file with errors nobody knows, so then nothing is said. */
final class UnusedImportRule implements Rule {

    @Override
    public Code code() {
        return Code.UNUSED_IMPORT;
    }

    @Override
    public boolean comesLast() {
        return true;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (LoadedFile loaded : program.files()) {
            if (loaded.requested() && !diagnostics.hasErrorsIn(loaded.file().source())) {
                check(loaded.file(), program, diagnostics);
            }
        }
    }

    private static void check(FileDecl file, Program program, Diagnostics diagnostics) {
        Set<ImportDecl> duplicates = DuplicateImportRule.reported(file, program);
        for (ImportDecl wanted : file.imports()) {
            if (!program.isUsed(wanted) && !duplicates.contains(wanted)) {
                String alias = Quote.of(wanted.alias().text());
                String message = "nothing uses the import " + alias + "; remove it";
                diagnostics.add(Diagnostic.of(Code.UNUSED_IMPORT, wanted.span(), message)
                        .fix(Fix.remove("remove the import " + alias, Removal.wholeLine(wanted.statement()))));
            }
        }
    }
}
