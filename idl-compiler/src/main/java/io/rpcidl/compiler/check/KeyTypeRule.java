package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.EnumDecl;
import io.rpcidl.compiler.ast.NamedTypeDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.resolve.Program;

/** Keys of maps and elements of sets are bool, integers, string, uuid, enums and named types of those. */
final class KeyTypeRule implements Rule {

    @Override
    public Code code() {
        return Code.KEY_TYPE;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (WrittenTypes.Written written : WrittenTypes.of(program)) {
            TypeExpression type = written.type();
            boolean map = type.is("map") && type.arguments().size() == 2;
            boolean set = type.is("set") && type.arguments().size() == 1;
            if (map || set) {
                check(type.arguments().get(0), map ? "the key of a map" : "an element of a set", program, diagnostics);
            }
        }
    }

    private static void check(TypeExpression written, String what, Program program, Diagnostics diagnostics) {
        Type type = program.type(written);
        if (type != null && !canBeKey(type, program)) {
            String message = Quote.of(written.span().text()) + " can't be " + what;
            Diagnostic wrong = Diagnostic.of(Code.KEY_TYPE, written.span(), message)
                    .help("use bool, an integer type, string, uuid, an enum, or a named type of those");
            Declaration named = program.declaration(type);
            diagnostics.add(named == null ? wrong : wrong.label(named.name().span(), "defined here"));
        }
    }

    private static boolean canBeKey(Type type, Program program) {
        Scalar scalar = program.scalar(type);
        if (scalar == null) {
            return program.declaration(type) instanceof EnumDecl || isBroken(type, program);
        }
        return switch (scalar) {
            case BOOL, I8, I16, I32, I64, U8, U16, U32, U64, STRING, UUID -> true;
            case F32, F64, BYTES, TIMESTAMP, DURATION, DECIMAL -> false;
        };
    }

    /** A named type without a scalar has a base that was reported. */
    private static boolean isBroken(Type type, Program program) {
        return program.declaration(type) instanceof NamedTypeDecl;
    }
}
