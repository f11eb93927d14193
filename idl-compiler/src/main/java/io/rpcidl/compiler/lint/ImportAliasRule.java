package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.ImportDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;
import java.util.Locale;
import java.util.regex.Pattern;

/** Imports have aliases of lower case letters and digits, so that they look different from types. */
final class ImportAliasRule implements LintRule {

    private static final Pattern ALIAS = Pattern.compile("[a-z][a-z0-9]*");

    @Override
    public String name() {
        return "import-alias";
    }

    @Override
    public Code code() {
        return Code.LINT_IMPORT_ALIAS;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        for (FileDecl file : linted.files()) {
            for (ImportDecl wanted : file.imports()) {
                Name alias = wanted.alias();
                if (!ALIAS.matcher(alias.text()).matches()) {
                    String message = "the alias " + Quote.of(alias.text()) + " is not in lower case";
                    String better = alias.text().toLowerCase(Locale.ROOT).replace("_", "");
                    findings.add(this, new Place(file, null), alias.span(), message, "name it " + Quote.of(better));
                }
            }
        }
    }
}
