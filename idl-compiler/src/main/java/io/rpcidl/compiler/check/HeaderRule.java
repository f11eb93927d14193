package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.HeaderDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.resolve.Program;
import java.math.BigInteger;

/** Every source starts with {@code rpcidl 1;}. */
final class HeaderRule implements Rule {

    private static final String HEADER = "rpcidl 1;";

    @Override
    public Code code() {
        return Code.HEADER;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            HeaderDecl header = file.header();
            if (header == null) {
                String end = file.source().lineEnd();
                Fix fix = Fix.insert("insert `" + HEADER + "`", file.start(), HEADER + end + end);
                diagnostics.add(Diagnostic.of(Code.HEADER, file.start(), "the source doesn't start with `rpcidl 1;`")
                        .fix(fix));
            } else if (!header.version().equals(BigInteger.ONE)) {
                diagnostics.add(Diagnostic.of(Code.HEADER, header.span(), "this compiler knows language version 1 only")
                        .help("take a newer compiler, or write `rpcidl 1;`"));
            }
        }
    }
}
