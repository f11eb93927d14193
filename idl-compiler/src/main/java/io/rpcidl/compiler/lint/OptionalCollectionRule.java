package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.Type;

/** A collection without elements needs no second way to be absent. */
final class OptionalCollectionRule implements LintRule {

    @Override
    public String name() {
        return "optional-collection";
    }

    @Override
    public Code code() {
        return Code.LINT_OPTIONAL_COLLECTION;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachField((place, field) -> {
            Type type = linted.program().type(field.type());
            boolean collection =
                    type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.MapOf;
            if (collection && field.type().optionalMark() != null) {
                String message =
                        "the " + field.kind() + " " + Quote.of(field.name().text()) + " can be absent and can be empty";
                String advice = "use `= []` in the place of `?`, if both mean the same";
                findings.add(this, place, field.type().span(), message, advice);
            }
        });
    }
}
