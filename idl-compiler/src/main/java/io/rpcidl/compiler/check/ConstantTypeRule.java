package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.ConstantDecl;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.resolve.LiteralForms;
import io.rpcidl.compiler.resolve.Program;

/** A constant has a type that has literals. */
final class ConstantTypeRule implements Rule {

    @Override
    public Code code() {
        return Code.CONSTANT_TYPE;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                if (declaration instanceof ConstantDecl constant) {
                    Type type = program.type(constant.type());
                    if (type != null && !LiteralForms.exist(type, program)) {
                        String message = "a constant is of a built-in scalar type but bytes, a named type, or an enum";
                        Diagnostic wrong = Diagnostic.of(
                                Code.CONSTANT_TYPE, constant.type().span(), message);
                        Declaration named = program.declaration(type);
                        diagnostics.add(
                                named == null ? wrong : wrong.label(named.name().span(), "defined here"));
                    }
                }
            }
        }
    }
}
