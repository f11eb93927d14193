package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;
import java.util.HashMap;
import java.util.Map;

/** Members of a definition and parameters of a method have names of their own. */
final class DuplicateNameRule implements Rule {

    @Override
    public Code code() {
        return Code.DUPLICATE_NAME;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (Group group : Group.all(program)) {
            Map<String, Name> first = new HashMap<>();
            for (Member member : group.members()) {
                Name name = member.name();
                Name earlier = first.putIfAbsent(name.text(), name);
                if (earlier != null) {
                    String message = "another " + member.kind() + " here is named " + Quote.of(name.text());
                    diagnostics.add(Diagnostic.of(Code.DUPLICATE_NAME, name.span(), message)
                            .label(earlier.span(), "first used here"));
                }
            }
        }
    }
}
