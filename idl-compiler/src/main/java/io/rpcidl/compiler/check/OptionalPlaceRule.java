package io.rpcidl.compiler.check;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.resolve.Program;
import io.rpcidl.compiler.source.Span;

/** Only fields, parameters and results can be absent. */
final class OptionalPlaceRule implements Rule {

    @Override
    public Code code() {
        return Code.OPTIONAL_PLACE;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (WrittenTypes.Written written : WrittenTypes.of(program)) {
            Span mark = written.type().optionalMark();
            if (mark != null && written.place() != WrittenTypes.Place.VALUE) {
                String message = "only the whole type of a field, a parameter or a result can be optional";
                diagnostics.add(
                        Diagnostic.of(Code.OPTIONAL_PLACE, mark, message).fix(Fix.remove("remove `?`", mark)));
            }
        }
    }
}
