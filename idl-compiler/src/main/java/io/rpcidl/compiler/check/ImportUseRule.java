package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.ImportDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.LoadedFile;
import io.rpcidl.compiler.resolve.Program;
import java.util.HashMap;
import java.util.Map;

/** An import is needed, and needed once. With errors around nobody knows, so then nothing is said. */
final class ImportUseRule implements Rule {

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        if (diagnostics.hasErrors()) {
            return;
        }
        program.files().stream()
                .filter(LoadedFile::requested)
                .map(LoadedFile::file)
                .forEach(file -> check(file, program, diagnostics));
    }

    private static void check(FileDecl file, Program program, Diagnostics diagnostics) {
        Map<String, ImportDecl> seen = new HashMap<>();
        for (ImportDecl wanted : file.imports()) {
            ImportDecl earlier = seen.putIfAbsent(wanted.path(), wanted);
            if (earlier != null) {
                String message = "the file is already imported as "
                        + Quote.of(earlier.alias().text());
                diagnostics.add(Diagnostic.of(Code.DUPLICATE_IMPORT, wanted.span(), message)
                        .label(earlier.span(), "first imported here"));
            } else if (!program.isUsed(wanted)) {
                String message =
                        "nothing uses the import " + Quote.of(wanted.alias().text()) + "; remove it";
                diagnostics.add(Diagnostic.of(Code.UNUSED_IMPORT, wanted.span(), message));
            }
        }
    }
}
