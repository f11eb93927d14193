package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.StructDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.resolve.Program;

/** The elements of a list take bytes on the wire: nothing would bound the count of those that don't. */
final class EmptyElementsRule implements Rule {

    @Override
    public Code code() {
        return Code.EMPTY_ELEMENTS;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (WrittenTypes.Written written : WrittenTypes.of(program)) {
            TypeExpression type = written.type();
            if (!type.is("list") || type.arguments().size() != 1) {
                continue;
            }
            TypeExpression argument = type.arguments().get(0);
            Type element = program.type(argument);
            if (element != null
                    && program.declaration(element) instanceof StructDecl struct
                    && struct.members().isEmpty()) {
                String name = Quote.of(argument.name().last().text());
                String message = "the struct " + name + " has no fields, so a list of it has no bound";
                diagnostics.add(Diagnostic.of(Code.EMPTY_ELEMENTS, argument.span(), message)
                        .label(struct.name().span(), "defined here")
                        .help("send a count, or give the struct a field"));
            }
        }
    }
}
