package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.ast.PackageDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;

/** The segments of a package can be folders on any platform. */
final class PackageNameRule implements Rule {

    @Override
    public Code code() {
        return Code.PACKAGE_NAME;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            if (file.packageDecl() != null) {
                check(file, file.packageDecl(), diagnostics);
            }
        }
    }

    private static void check(FileDecl file, PackageDecl declared, Diagnostics diagnostics) {
        for (Name segment : declared.name().parts()) {
            if (!PackageNames.isSegment(segment.text())) {
                String message = "the package segment " + Quote.of(segment.text()) + " can't be a folder everywhere";
                Diagnostic wrong = Diagnostic.of(Code.PACKAGE_NAME, segment.span(), message)
                        .help("use lower case letters, digits and `_`, starting with a letter, and no device name");
                diagnostics.add(PackageFolderRule.withFix(wrong, file, declared));
                return;
            }
        }
        if (declared.name().text().length() > PackageNames.MAX_LENGTH) {
            String message = "the package name is longer than 200 characters; shorten it";
            diagnostics.add(Diagnostic.of(Code.PACKAGE_NAME, declared.name().span(), message));
        }
    }
}
