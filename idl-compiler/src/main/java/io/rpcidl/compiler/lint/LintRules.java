package io.rpcidl.compiler.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules of lint, in the order of their codes. */
final class LintRules {

    static final List<LintRule> ALL = List.of(
            new TypeNameRule(),
            new FieldNameRule(),
            new VariantNameRule(),
            new MethodNameRule(),
            new ConstantNameRule(),
            new EnumValueNameRule(),
            new EnumValuePrefixRule(),
            new ErrorNameRule(),
            new ImportAliasRule(),
            new PackageVersionRule(),
            new DocumentedDefinitionRule(),
            new DocumentedMethodRule(),
            new DocumentedMemberRule(),
            new ReadonlyMethodRule(),
            new IdempotentMethodRule(),
            new ManyParametersRule(),
            new BoolParameterRule(),
            new UnraisedErrorRule(),
            new UnionFieldRule(),
            new OptionalCollectionRule(),
            new SensitiveNameRule(),
            new MaxLengthRule(),
            new NumberGapRule());

    private LintRules() {}

    static @Nullable LintRule named(String name) {
        return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst().orElse(null);
    }

    static List<String> names() {
        return ALL.stream().map(LintRule::name).toList();
    }
}
