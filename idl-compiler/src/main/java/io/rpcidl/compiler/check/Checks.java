package io.rpcidl.compiler.check;

import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.resolve.Program;
import java.util.List;

/** All rules of the language, in the order of their codes; the one on unused imports last, since it wants to know of errors. */
public final class Checks {

    private static final List<Rule> RULES = List.of(
            new HeaderRule(),
            new PackageRule(),
            new DuplicateDefinitionRule(),
            new DuplicateNameRule(),
            new BuiltInNameRule(),
            new ImportAliasRule(),
            new DuplicateNumberRule(),
            new NumberRangeRule(),
            new ReservedUseRule(),
            new ReservedRangeRule(),
            new OptionalPlaceRule(),
            new KeyTypeRule(),
            new NamedTypeBaseRule(),
            new EmptyElementsRule(),
            new InfiniteTypeRule(),
            new EmptyDefinitionRule(),
            new DefaultPlaceRule(),
            new ConstantTypeRule(),
            new AnnotationRule(),
            new ParameterNumberRule(),
            new ModifierRule(),
            new OnewayRule(),
            new RaisedErrorsRule(),
            new ImportUseRule());

    private Checks() {}

    /** Checks a program against all rules. */
    public static void run(Program program, Diagnostics diagnostics) {
        RULES.forEach(rule -> rule.check(program, diagnostics));
    }
}
