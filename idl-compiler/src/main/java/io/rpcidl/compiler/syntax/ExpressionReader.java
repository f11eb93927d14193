package io.rpcidl.compiler.syntax;

import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.DottedName;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.ast.NumberDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.grammar.RpcidlParser.AnnotationContext;
import io.rpcidl.grammar.RpcidlParser.DottedNameContext;
import io.rpcidl.grammar.RpcidlParser.DurationLiteralContext;
import io.rpcidl.grammar.RpcidlParser.FloatLiteralContext;
import io.rpcidl.grammar.RpcidlParser.IdentifierContext;
import io.rpcidl.grammar.RpcidlParser.IntegerLiteralContext;
import io.rpcidl.grammar.RpcidlParser.ListLiteralContext;
import io.rpcidl.grammar.RpcidlParser.LiteralContext;
import io.rpcidl.grammar.RpcidlParser.NameLiteralContext;
import io.rpcidl.grammar.RpcidlParser.StringLiteralContext;
import io.rpcidl.grammar.RpcidlParser.TypeContext;
import java.math.BigInteger;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Reads names, types, values and annotations. It recurses no deeper than brackets nest, which the scanner limits. */
final class ExpressionReader {

    private final SyntaxErrors errors;

    ExpressionReader(SyntaxErrors errors) {
        this.errors = errors;
    }

    Name name(IdentifierContext tree) {
        return name(tree.getStart());
    }

    Name name(Token token) {
        return new Name(token.getText(), errors.span(token));
    }

    DottedName dottedName(DottedNameContext tree) {
        return new DottedName(tree.identifier().stream().map(this::name).toList());
    }

    NumberDecl number(TerminalNode node) {
        return new NumberDecl(integer(node.getSymbol()), errors.span(node.getSymbol()));
    }

    BigInteger integer(Token token) {
        String text = token.getText();
        return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
    }

    String string(Token token) {
        return new StringText(token, errors).unescaped();
    }

    Span span(ParserRuleContext tree) {
        return errors.span(tree.getStart()).to(errors.span(tree.getStop()));
    }

    TypeExpression type(TypeContext tree) {
        List<TypeExpression> arguments = tree.typeArguments() == null
                ? List.of()
                : tree.typeArguments().type().stream().map(this::type).toList();
        Span mark = tree.QUESTION() == null ? null : errors.span(tree.QUESTION().getSymbol());
        return new TypeExpression(dottedName(tree.dottedName()), arguments, mark, span(tree));
    }

    List<AnnotationDecl> annotations(List<AnnotationContext> trees) {
        return trees.stream().map(this::annotation).toList();
    }

    private AnnotationDecl annotation(AnnotationContext tree) {
        List<LiteralExpression> arguments = tree.annotationArguments() == null
                ? List.of()
                : tree.annotationArguments().literal().stream()
                        .map(this::literal)
                        .toList();
        return new AnnotationDecl(dottedName(tree.dottedName()), arguments, span(tree));
    }

    LiteralExpression literal(LiteralContext tree) {
        Span span = span(tree);
        if (tree instanceof IntegerLiteralContext integer) {
            return new LiteralExpression.IntegerLiteral(
                    signed(integer.MINUS(), integer(integer.INTEGER().getSymbol())), span);
        }
        if (tree instanceof FloatLiteralContext floating) {
            String sign = floating.MINUS() == null ? "" : "-";
            return new LiteralExpression.FloatLiteral(sign + floating.FLOAT().getText(), span);
        }
        if (tree instanceof DurationLiteralContext duration) {
            BigInteger nanoseconds = Durations.nanoseconds(duration.DURATION().getText());
            return new LiteralExpression.DurationLiteral(signed(duration.MINUS(), nanoseconds), span);
        }
        if (tree instanceof StringLiteralContext text) {
            return new LiteralExpression.StringLiteral(string(text.STRING().getSymbol()), span);
        }
        if (tree instanceof NameLiteralContext name) {
            DottedName dotted = dottedName(name.dottedName());
            return name.MINUS() == null
                    ? new LiteralExpression.NameLiteral(dotted, span)
                    : new LiteralExpression.NegatedName(dotted, span);
        }
        List<LiteralContext> elements = ((ListLiteralContext) tree).literal();
        return new LiteralExpression.ListLiteral(
                elements.stream().map(this::literal).toList(), span);
    }

    private static BigInteger signed(@Nullable TerminalNode minus, BigInteger value) {
        return minus == null ? value : value.negate();
    }
}
