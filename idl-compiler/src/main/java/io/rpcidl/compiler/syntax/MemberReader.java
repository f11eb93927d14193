package io.rpcidl.compiler.syntax;

import io.rpcidl.compiler.ast.EnumValueDecl;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.MethodDecl.RaisedDecl;
import io.rpcidl.compiler.ast.NumberDecl;
import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.ast.VariantDecl;
import io.rpcidl.grammar.RpcidlParser.DefaultValueContext;
import io.rpcidl.grammar.RpcidlParser.EnumValueContext;
import io.rpcidl.grammar.RpcidlParser.FieldContext;
import io.rpcidl.grammar.RpcidlParser.MethodContext;
import io.rpcidl.grammar.RpcidlParser.ParameterContext;
import io.rpcidl.grammar.RpcidlParser.RaisedErrorContext;
import io.rpcidl.grammar.RpcidlParser.RaisedErrorsContext;
import io.rpcidl.grammar.RpcidlParser.ReservedItemContext;
import io.rpcidl.grammar.RpcidlParser.VariantContext;
import java.util.List;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Reads what stands inside the braces of a definition. */
final class MemberReader {

    private final ExpressionReader expressions;
    private final Documentation documentation;

    MemberReader(ExpressionReader expressions, Documentation documentation) {
        this.expressions = expressions;
        this.documentation = documentation;
    }

    EnumValueDecl enumValue(EnumValueContext tree) {
        return new EnumValueDecl(
                expressions.number(tree.INTEGER()),
                expressions.name(tree.identifier()),
                expressions.annotations(tree.annotation()),
                documentation.before(tree.getStart()));
    }

    FieldDecl field(FieldContext tree) {
        return new FieldDecl(
                expressions.number(tree.INTEGER()),
                expressions.name(tree.identifier()),
                expressions.type(tree.type()),
                false,
                defaultValue(tree.defaultValue()),
                expressions.annotations(tree.annotation()),
                documentation.before(tree.getStart()));
    }

    VariantDecl variant(VariantContext tree) {
        return new VariantDecl(
                expressions.number(tree.INTEGER()),
                expressions.name(tree.identifier()),
                tree.type() == null ? null : expressions.type(tree.type()),
                expressions.annotations(tree.annotation()),
                documentation.before(tree.getStart()));
    }

    MethodDecl method(MethodContext tree) {
        return new MethodDecl(
                expressions.number(tree.INTEGER()),
                expressions.name(tree.identifier()),
                tree.modifier().stream()
                        .map(modifier -> expressions.name(modifier.getStart()))
                        .toList(),
                expressions.type(tree.type()),
                tree.parameters().parameter().stream().map(this::parameter).toList(),
                raised(tree.raisedErrors()),
                expressions.annotations(tree.annotation()),
                documentation.before(tree.getStart()));
    }

    private FieldDecl parameter(ParameterContext tree) {
        TerminalNode number = tree.INTEGER();
        return new FieldDecl(
                number == null ? null : expressions.number(number),
                expressions.name(tree.identifier()),
                expressions.type(tree.type()),
                true,
                defaultValue(tree.defaultValue()),
                expressions.annotations(tree.annotation()),
                documentation.before(tree.getStart()));
    }

    private List<RaisedDecl> raised(@Nullable RaisedErrorsContext tree) {
        return tree == null
                ? List.of()
                : tree.raisedError().stream().map(this::raised).toList();
    }

    private RaisedDecl raised(RaisedErrorContext tree) {
        return new RaisedDecl(expressions.number(tree.INTEGER()), expressions.dottedName(tree.dottedName()));
    }

    private @Nullable LiteralExpression defaultValue(@Nullable DefaultValueContext tree) {
        return tree == null ? null : expressions.literal(tree.literal());
    }

    ReservedDecl reserved(ReservedItemContext tree) {
        if (tree.STRING() != null) {
            String name = expressions.string(tree.STRING().getSymbol());
            return new ReservedDecl.ReservedName(name, expressions.span(tree));
        }
        NumberDecl first = expressions.number(tree.INTEGER(0));
        NumberDecl last = tree.INTEGER().size() == 1 ? first : expressions.number(tree.INTEGER(1));
        return new ReservedDecl.Numbers(first, last, expressions.span(tree));
    }
}
