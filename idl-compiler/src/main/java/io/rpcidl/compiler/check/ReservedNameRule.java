package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;
import java.util.HashMap;
import java.util.Map;

/** A reserved name is not used: it would look as if the old thing had come back. */
final class ReservedNameRule implements Rule {

    @Override
    public Code code() {
        return Code.RESERVED_NAME;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        Group.all(program).forEach(group -> check(group, diagnostics));
    }

    private static void check(Group group, Diagnostics diagnostics) {
        Map<String, ReservedDecl> names = new HashMap<>();
        for (ReservedDecl reserved : group.reserved()) {
            if (reserved instanceof ReservedDecl.ReservedName name) {
                names.putIfAbsent(name.name(), name);
            }
        }
        for (Member member : group.members()) {
            ReservedDecl name = names.get(member.name().text());
            if (name != null) {
                String message = "the name " + Quote.of(member.name().text()) + " is reserved; take another one";
                diagnostics.add(Diagnostic.of(Code.RESERVED_NAME, member.name().span(), message)
                        .label(name.span(), "reserved here"));
            }
        }
    }
}
