package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;

/** Every source has a package. */
final class PackageMissingRule implements Rule {

    @Override
    public Code code() {
        return Code.PACKAGE_MISSING;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            if (file.packageDecl() == null) {
                diagnostics.add(missing(file));
            }
        }
    }

    private static Diagnostic missing(FileDecl file) {
        Diagnostic missing = Diagnostic.of(Code.PACKAGE_MISSING, file.start(), "the source has no package")
                .help("write the folder of the file below its root, such as `package shop.orders.v1;`");
        String name = PackageNames.ofFolder(file.source());
        if (name == null) {
            return missing;
        }
        String line = "package " + name + ";";
        String end = file.source().lineEnd();
        Fix fix = file.header() == null
                ? Fix.insert("insert " + Quote.of(line), file.start(), line + end + end)
                : Fix.insert("insert " + Quote.of(line), file.header().span().behind(), end + line);
        return missing.fix(fix);
    }
}
