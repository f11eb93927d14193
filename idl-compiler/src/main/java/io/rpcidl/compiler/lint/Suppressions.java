package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.Annotated;
import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.LiteralExpression.StringLiteral;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.NearestName;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Removal;
import io.rpcidl.compiler.resolve.Annotations;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What {@code @lint.allow} allows in the sources, and what of it was of no use. */
final class Suppressions {

    private final Linted linted;
    private final LintConfiguration configuration;
    private final Set<AnnotationDecl> used = Collections.newSetFromMap(new IdentityHashMap<>());

    Suppressions(Linted linted, LintConfiguration configuration) {
        this.linted = linted;
        this.configuration = configuration;
    }

    /** Whether a finding is allowed by what it is about, or by anything around that; the innermost counts. */
    boolean allow(LintRule rule, Place place) {
        for (Annotated around : place.around()) {
            for (AnnotationDecl allowed : allowed(around)) {
                if (rule.name().equals(rule(allowed).value())) {
                    used.add(allowed);
                    return true;
                }
            }
        }
        return false;
    }

    /** Reports suppressions that name no rule, give no reason or suppress nothing. Comes after all rules. */
    void check(Diagnostics diagnostics) {
        for (FileDecl file : linted.files()) {
            new Place(file, null).around().forEach(target -> check(target, diagnostics));
        }
        linted.forEachDefinition((place, definition) -> check(definition, diagnostics));
        linted.forEachMember((place, member) -> check(member, diagnostics));
        linted.forEachParameter((place, parameter) -> check(parameter, diagnostics));
    }

    private void check(Annotated target, Diagnostics diagnostics) {
        allowed(target).forEach(allowed -> check(allowed, diagnostics::add));
    }

    private void check(AnnotationDecl allowed, Consumer<Diagnostic> report) {
        StringLiteral name = rule(allowed);
        StringLiteral reason = (StringLiteral) allowed.arguments().get(1);
        LintRule rule = LintRules.named(name.value());
        if (rule == null) {
            report.accept(unknown(name));
            return;
        }
        if (reason.value().isBlank()) {
            String message = "the suppression of " + Quote.of(rule.name()) + " gives no reason";
            report.accept(Diagnostic.of(Code.LINT_REASON, reason.span(), message)
                    .help("write why the rule does not fit here"));
        }
        if (configuration.isOn(rule) && !used.contains(allowed)) {
            String message = Quote.of(rule.name()) + " finds nothing here that is not allowed already";
            report.accept(Diagnostic.of(Code.LINT_UNUSED, allowed.span(), message)
                    .fix(Fix.remove("remove the suppression", Removal.wholeLine(allowed.span()))));
        }
    }

    private static Diagnostic unknown(StringLiteral name) {
        String message = "lint has no rule " + Quote.of(name.value());
        Diagnostic unknown = Diagnostic.of(Code.LINT_UNKNOWN_RULE, name.span(), message);
        return NearestName.of(name.value(), LintRules.names())
                .map(nearest -> suggested(unknown, name, nearest))
                .orElse(unknown.help("docs/lint.md lists the rules"));
    }

    private static Diagnostic suggested(Diagnostic unknown, StringLiteral name, NearestName.Suggestion nearest) {
        Diagnostic helped = unknown.help("did you mean " + Quote.of(nearest.name()) + "?");
        String literal = "\"" + nearest.name() + "\"";
        return nearest.sure() ? helped.fix(Fix.replace("write `" + literal + "`", name.span(), literal)) : helped;
    }

    private static List<AnnotationDecl> allowed(Annotated target) {
        return target.annotations().stream()
                .filter(annotation -> annotation.name().text().equals(Annotations.LINT_ALLOW))
                .toList();
    }

    /** The checks of annotations have seen that there are two strings. */
    private static StringLiteral rule(AnnotationDecl allowed) {
        return (StringLiteral) allowed.arguments().get(0);
    }
}
