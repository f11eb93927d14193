package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;
import java.util.regex.Pattern;

/** What is reserved is a name that something could have; anything else would protect nothing. */
final class ReservedTextRule implements Rule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    @Override
    public Code code() {
        return Code.RESERVED_TEXT;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (Group group : Group.all(program)) {
            for (ReservedDecl reserved : group.reserved()) {
                if (reserved instanceof ReservedDecl.ReservedName name
                        && !NAME.matcher(name.name()).matches()) {
                    String message =
                            "nothing can be named " + Quote.of(name.name()) + ", so there is nothing to reserve";
                    diagnostics.add(Diagnostic.of(Code.RESERVED_TEXT, name.span(), message)
                            .help("reserve one name in each pair of quotes, as in `reserved \"a\", \"b\";`"));
                }
            }
        }
    }
}
