package io.rpcidl.compiler.syntax;

import io.rpcidl.grammar.RpcidlLexer;
import io.rpcidl.grammar.RpcidlParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Turns the parse tree of a source without errors into phrases and words, comments included. */
final class PhraseReader {

    private final CommonTokenStream tokens;

    PhraseReader(CommonTokenStream tokens) {
        this.tokens = tokens;
    }

    Phrase read(RpcidlParser.FileContext tree) {
        return new Phrase(Phrase.Kind.FILE, parts(tree));
    }

    private List<Concrete> parts(ParserRuleContext tree) {
        List<Concrete> parts = new ArrayList<>();
        collect(tree, parts);
        return parts;
    }

    private void collect(ParserRuleContext tree, List<Concrete> parts) {
        for (ParseTree child : tree.children) {
            if (child instanceof TerminalNode leaf) {
                parts.add(word(leaf.getSymbol()));
            } else {
                ParserRuleContext rule = (ParserRuleContext) child;
                Phrase.Kind kind = rule.children == null ? null : kind(rule.getRuleIndex());
                if (kind != null) {
                    parts.add(new Phrase(kind, parts(rule)));
                } else if (rule.children != null) {
                    collect(rule, parts);
                }
            }
        }
    }

    private Word word(Token token) {
        List<Token> hidden = tokens.getHiddenTokensToLeft(token.getTokenIndex(), RpcidlLexer.COMMENTS);
        List<Comment> comments = new ArrayList<>();
        if (hidden != null) {
            hidden.forEach(comment -> comments.add(new Comment(kind(comment), comment.getText(), lineEnds(comment))));
        }
        String text = token.getType() == Token.EOF ? "" : token.getText();
        return new Word(text, comments, lineEnds(token));
    }

    /** How many lines end between a token and the one before. */
    private int lineEnds(Token token) {
        int index = token.getTokenIndex() - 1;
        return index < 0 ? token.getLine() - 1 : token.getLine() - lastLine(tokens.get(index));
    }

    /** Only block comments have several lines. */
    private static int lastLine(Token token) {
        if (token.getType() != RpcidlLexer.BLOCK_COMMENT) {
            return token.getLine();
        }
        return token.getLine() + (int) token.getText().lines().count() - 1;
    }

    private static Comment.Kind kind(Token comment) {
        return switch (comment.getType()) {
            case RpcidlLexer.DOCUMENTATION -> Comment.Kind.DOCUMENTATION;
            case RpcidlLexer.LINE_COMMENT -> Comment.Kind.LINE;
            default -> Comment.Kind.BLOCK;
        };
    }

    private static Phrase.@Nullable Kind kind(int rule) {
        return switch (rule) {
            case RpcidlParser.RULE_header -> Phrase.Kind.HEADER;
            case RpcidlParser.RULE_packageDeclaration -> Phrase.Kind.PACKAGE;
            case RpcidlParser.RULE_importDeclaration -> Phrase.Kind.IMPORT;
            case RpcidlParser.RULE_constantDefinition -> Phrase.Kind.CONSTANT;
            case RpcidlParser.RULE_namedTypeDefinition -> Phrase.Kind.NAMED_TYPE;
            case RpcidlParser.RULE_enumDefinition -> Phrase.Kind.ENUM;
            case RpcidlParser.RULE_structDefinition -> Phrase.Kind.STRUCT;
            case RpcidlParser.RULE_unionDefinition -> Phrase.Kind.UNION;
            case RpcidlParser.RULE_errorDefinition -> Phrase.Kind.ERROR;
            case RpcidlParser.RULE_serviceDefinition -> Phrase.Kind.SERVICE;
            case RpcidlParser.RULE_enumBody,
                    RpcidlParser.RULE_structBody,
                    RpcidlParser.RULE_unionBody,
                    RpcidlParser.RULE_serviceBody -> Phrase.Kind.BODY;
            case RpcidlParser.RULE_enumValue,
                    RpcidlParser.RULE_field,
                    RpcidlParser.RULE_variant,
                    RpcidlParser.RULE_reserved -> Phrase.Kind.MEMBER;
            case RpcidlParser.RULE_method -> Phrase.Kind.METHOD;
            case RpcidlParser.RULE_parameters -> Phrase.Kind.PARAMETERS;
            case RpcidlParser.RULE_parameter -> Phrase.Kind.PARAMETER;
            case RpcidlParser.RULE_raisedErrors -> Phrase.Kind.RAISED_ERRORS;
            case RpcidlParser.RULE_raisedError -> Phrase.Kind.RAISED_ERROR;
            case RpcidlParser.RULE_annotation -> Phrase.Kind.ANNOTATION;
            default -> null;
        };
    }
}
