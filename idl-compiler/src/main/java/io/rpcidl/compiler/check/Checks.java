package io.rpcidl.compiler.check;

import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.resolve.Program;
import java.util.List;

/**
 * All rules of the language that are about resolved sources, in the order of their codes; those on imports last, since they
 * want to know of errors. What is found earlier, while sources are read, parsed and resolved, stands in the table of {@code
 * docs/diagnostics/README.md} beside these.
 */
public final class Checks {

    static final List<Rule> RULES = List.of(
            new HeaderRule(),
            new PackageMissingRule(),
            new PackageNameRule(),
            new PackageFolderRule(),
            new DuplicateDefinitionRule(),
            new DuplicateNameRule(),
            new BuiltInNameRule(),
            new ImportAliasRule(),
            new ReservedNameRule(),
            new DuplicateNumberRule(),
            new NumberRangeRule(),
            new ReservedNumberRule(),
            new ReservedRangeRule(),
            new ReservedTwiceRule(),
            new ReservedTextRule(),
            new OptionalPlaceRule(),
            new KeyTypeRule(),
            new NamedTypeBaseRule(),
            new EmptyElementsRule(),
            new InfiniteTypeRule(),
            new EmptyEnumRule(),
            new EmptyUnionRule(),
            new DefaultPlaceRule(),
            new ConstantTypeRule(),
            new DefaultConstraintRule(),
            new UnknownAnnotationRule(),
            new AnnotationTargetRule(),
            new AnnotationRepeatedRule(),
            new AnnotationArgumentsRule(),
            new DeadlineRangeRule(),
            new JavaPackageRule(),
            new ParameterNumberRule(),
            new ModifierRule(),
            new OnewayRule(),
            new RaisedErrorsRule(),
            new UnusedImportRule(),
            new DuplicateImportRule());

    private Checks() {}

    /** Checks a program against all rules, on all cores: a rule looks at the program alone and changes nothing in it. */
    public static void run(Program program, Diagnostics diagnostics) {
        RULES.parallelStream()
                .filter(rule -> !rule.comesLast())
                .map(rule -> found(rule, program))
                .toList()
                .forEach(diagnostics::addAll);
        RULES.stream().filter(Rule::comesLast).forEach(rule -> rule.check(program, diagnostics));
    }

    private static Diagnostics found(Rule rule, Program program) {
        Diagnostics found = new Diagnostics();
        rule.check(program, found);
        return found;
    }
}
