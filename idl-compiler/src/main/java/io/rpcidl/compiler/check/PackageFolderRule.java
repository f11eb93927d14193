package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.PackageDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;

/** A source lies in the folder that its package names; a package that can't be a folder has its own rule. */
final class PackageFolderRule implements Rule {

    @Override
    public Code code() {
        return Code.PACKAGE_FOLDER;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            PackageDecl declared = file.packageDecl();
            boolean legal = declared != null
                    && declared.name().text().length() <= PackageNames.MAX_LENGTH
                    && declared.name().parts().stream().allMatch(part -> PackageNames.isSegment(part.text()));
            String folder = PackageNames.folder(file.source());
            if (declared != null
                    && legal
                    && !folder.equals(declared.name().text().replace('.', '/'))) {
                diagnostics.add(wrong(file, declared, folder));
            }
        }
    }

    private static Diagnostic wrong(FileDecl file, PackageDecl declared, String folder) {
        String where = folder.isEmpty() ? "the root itself" : "the folder " + Quote.of(folder);
        String message = "the package is " + Quote.of(declared.name().text()) + ", but the file lies in " + where;
        Diagnostic wrong = Diagnostic.of(Code.PACKAGE_FOLDER, declared.name().span(), message)
                .help("move the file, or name the package after its folder");
        return withFix(wrong, file, declared);
    }

    /** Names the package after the folder, if the folder can be one. */
    static Diagnostic withFix(Diagnostic wrong, FileDecl file, PackageDecl declared) {
        String name = PackageNames.ofFolder(file.source());
        return name == null
                ? wrong
                : wrong.fix(Fix.replace(
                        "name the package " + Quote.of(name), declared.name().span(), name));
    }
}
