package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.PackageDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;
import java.util.regex.Pattern;

/** The last segment of a package is a version, so that a successor can stand beside it. */
final class PackageVersionRule implements LintRule {

    private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]*((alpha|beta)[1-9][0-9]*)?");

    @Override
    public String name() {
        return "package-version";
    }

    @Override
    public Code code() {
        return Code.LINT_PACKAGE_VERSION;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        for (FileDecl file : linted.files()) {
            PackageDecl declared = file.packageDecl();
            if (declared != null
                    && !VERSION.matcher(declared.name().last().text()).matches()) {
                String name = declared.name().text();
                String message = "the package " + Quote.of(name) + " does not end in a version";
                String advice = "name it " + Quote.of(name + ".v1") + " and move the file there";
                findings.add(this, new Place(file, null), declared.name().span(), message, advice);
            }
        }
    }
}
