package io.rpcidl.compiler.syntax;

import io.rpcidl.grammar.RpcidlParser;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;

/**
 * Goes on after a syntax error so that one mistake gives one message: everything up to the end of the member or, at the
 * top level, up to the next definition is left out. Nothing is guessed but a missing semicolon.
 */
final class Recovery extends DefaultErrorStrategy {

    private final SyntaxErrors errors;

    Recovery(SyntaxErrors errors) {
        this.errors = errors;
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        if (inErrorRecoveryMode(parser)) {
            return;
        }
        beginErrorCondition(parser);
        SyntaxMessage message = new SyntaxMessage(parser, error, errors);
        if (!errors.alreadyReported(message.previous(), message.offending())) {
            errors.report(message.diagnostic());
        }
    }

    /** Leaves the rules one by one until one is reached whose end can be found. */
    @Override
    public void recover(Parser parser, RecognitionException error) {
        switch (parser.getContext().getRuleIndex()) {
            case RpcidlParser.RULE_structMember,
                    RpcidlParser.RULE_enumMember,
                    RpcidlParser.RULE_unionMember,
                    RpcidlParser.RULE_serviceMember -> skipMember(parser);
            case RpcidlParser.RULE_fileMember -> skipDefinition(parser);
            case RpcidlParser.RULE_file ->
                parser.getInputStream().seek(parser.getInputStream().size() - 1);
            default -> throw error;
        }
        endErrorCondition(parser);
    }

    @Override
    public Token recoverInline(Parser parser) {
        RecognitionException error = new InputMismatchException(parser);
        SyntaxMessage message = new SyntaxMessage(parser, error, errors);
        reportError(parser, error);
        if (message.missesSemicolonAtEndOfLine()) {
            return getMissingSymbol(parser);
        }
        throw error;
    }

    /** Before each member of a body and of a file: leaves out what can't start one. */
    @Override
    public void sync(Parser parser) {
        ATNState state = parser.getATN().states.get(parser.getState());
        boolean loop =
                state.getStateType() == ATNState.STAR_LOOP_ENTRY || state.getStateType() == ATNState.STAR_LOOP_BACK;
        int rule = parser.getContext().getRuleIndex();
        if (!loop || !Words.hasMembers(rule)) {
            return;
        }
        while (!Words.startsMember(rule, parser.getTokenStream())) {
            InputMismatchException error = new InputMismatchException(parser);
            endErrorCondition(parser);
            reportError(parser, error);
            if (rule == RpcidlParser.RULE_file) {
                skipDefinition(parser);
            } else if (Words.startsDefinition(parser.getTokenStream())) {
                throw error;
            } else {
                skipMember(parser);
            }
            endErrorCondition(parser);
        }
    }

    /** Behind the semicolon that ends the member, or to what closes the body or starts something new. */
    private static void skipMember(Parser parser) {
        int braces = 0;
        boolean first = true;
        while (true) {
            int word = parser.getInputStream().LA(1);
            boolean outside = braces == 0 && (word == RpcidlParser.RIGHT_BRACE || startsAnew(parser, first));
            if (word == Token.EOF || outside) {
                return;
            }
            if (word == RpcidlParser.LEFT_BRACE) {
                braces++;
            } else if (word == RpcidlParser.RIGHT_BRACE) {
                braces--;
            }
            parser.consume();
            first = false;
            if (braces == 0 && word == RpcidlParser.SEMICOLON) {
                return;
            }
        }
    }

    private static boolean startsAnew(Parser parser, boolean first) {
        return Words.startsDefinition(parser.getTokenStream())
                || (!first && Words.startsNumberedLine(parser.getTokenStream()));
    }

    private static void skipDefinition(Parser parser) {
        while (parser.getInputStream().LA(1) != Token.EOF && !Words.startsDefinition(parser.getTokenStream())) {
            parser.consume();
        }
    }
}
