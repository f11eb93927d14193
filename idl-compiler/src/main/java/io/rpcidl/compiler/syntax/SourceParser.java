package io.rpcidl.compiler.syntax;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.grammar.RpcidlParser;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Parses one source. Limits on words, their length and the nesting of brackets hold before the parser, which recurses,
 * sees anything; so a stack of 256 KiB is enough for any source.
 */
public final class SourceParser {

    private SourceParser() {}

    /** The tree of a source; a source with any syntax error comes back as {@link FileDecl#unusable}. */
    public static FileDecl parse(SourceFile source, Diagnostics diagnostics) {
        Parsed parsed = read(source, diagnostics);
        return parsed == null ? FileDecl.unusable(source) : parsed.file();
    }

    /** All words and comments of a source; null when it has any syntax error. */
    public static @Nullable Phrase phrases(SourceFile source, Diagnostics diagnostics) {
        Parsed parsed = read(source, diagnostics);
        return parsed == null ? null : new PhraseReader(parsed.tokens()).read(parsed.tree());
    }

    private record Parsed(FileDecl file, RpcidlParser.FileContext tree, CommonTokenStream tokens) {}

    private static @Nullable Parsed read(SourceFile source, Diagnostics diagnostics) {
        SyntaxErrors errors = new SyntaxErrors(source, diagnostics);
        List<Token> tokens = new TokenScanner(source, errors).scan();
        if (errors.stopped()) {
            return null;
        }
        CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(tokens));
        RpcidlParser parser = new RpcidlParser(stream);
        parser.removeErrorListeners();
        RpcidlParser.FileContext tree = parse(parser, stream, errors);
        if (errors.any()) {
            return null;
        }
        FileDecl file = new FileReader(source, errors, stream).read(tree);
        return errors.any() ? null : new Parsed(file, tree, stream);
    }

    /** The fast prediction first; where it fails the full one decides, and only then is anything reported. */
    private static RpcidlParser.FileContext parse(RpcidlParser parser, CommonTokenStream stream, SyntaxErrors errors) {
        if (!errors.any()) {
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            parser.setErrorHandler(new BailErrorStrategy());
            try {
                return parser.file();
            } catch (ParseCancellationException e) {
                stream.seek(0);
                parser.reset();
            }
        }
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        parser.setErrorHandler(new Recovery(errors));
        return parser.file();
    }
}
