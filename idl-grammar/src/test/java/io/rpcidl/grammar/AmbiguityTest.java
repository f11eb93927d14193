package io.rpcidl.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.tool.Grammar;
import org.antlr.v4.tool.LexerGrammar;
import org.junit.jupiter.api.Test;

/** Parses every source of the repository with the exact detection of ambiguities switched on. */
class AmbiguityTest {

    private static final Path GRAMMARS = Path.of("src/main/antlr4/io/rpcidl/grammar");
    private static final List<Path> SOURCES = List.of(
            Path.of("src/test/resources/sources"),
            Path.of("../idl-compiler/src/test/corpus/valid"),
            Path.of("../idl-compiler/src/golden/rpcidl"),
            Path.of("../samples"));

    @Test
    void findsNoneInTheGeneratedParser() throws IOException {
        for (Path source : sources()) {
            RpcidlLexer lexer = new RpcidlLexer(CharStreams.fromPath(source));
            RpcidlParser parser = new RpcidlParser(new CommonTokenStream(lexer));
            assertThat(complaints(parser, parser::file)).as("%s", source).isEmpty();
        }
    }

    @Test
    void findsNoneInTheGrammarFiles() throws Exception {
        assertThat(complaints(parserText())).isEmpty();
    }

    @Test
    void wouldFindOneThatIsPlanted() throws Exception {
        String planted = parserText().replace("unionMember: variant |", "unionMember: variant | field |");

        assertThat(complaints(planted)).anyMatch(complaint -> complaint.startsWith("ambiguity in unionMember"));
    }

    /** Interprets a parser grammar over all sources. */
    private static List<String> complaints(String parserText) throws Exception {
        LexerGrammar lexers = new LexerGrammar(Files.readString(GRAMMARS.resolve("RpcidlLexer.g4")));
        Grammar parsers = new Grammar("RpcidlParser.g4", parserText, lexers, null);
        List<String> complaints = new ArrayList<>();
        for (Path source : sources()) {
            CommonTokenStream tokens =
                    new CommonTokenStream(lexers.createLexerInterpreter(CharStreams.fromPath(source)));
            var interpreter = parsers.createParserInterpreter(tokens);
            int start = parsers.getRule("file").index;
            complaints.addAll(complaints(interpreter, () -> interpreter.parse(start)));
        }
        return complaints;
    }

    private static List<String> complaints(Parser parser, Runnable parse) {
        List<String> complaints = new ArrayList<>();
        parser.removeErrorListeners();
        parser.addErrorListener(new BaseErrorListener() {
            @Override
            public void reportAmbiguity(
                    Parser recognizer, DFA dfa, int start, int stop, boolean exact, BitSet alts, ATNConfigSet configs) {
                complaints.add("ambiguity in " + recognizer.getRuleNames()[dfa.atnStartState.ruleIndex]);
            }

            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    Object symbol,
                    int line,
                    int column,
                    String message,
                    RecognitionException error) {
                complaints.add("syntax error in line " + line + ": " + message);
            }
        });
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        parse.run();
        return complaints;
    }

    /** The parser grammar without its reference to the tokens of the lexer, which the interpreter gets directly. */
    private static String parserText() throws IOException {
        return Files.readString(GRAMMARS.resolve("RpcidlParser.g4"))
                .replace("options { tokenVocab = RpcidlLexer; }", "");
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : SOURCES) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".rpcidl"))
                            .filter(file -> !file.toString().contains("target"))
                            .forEach(found::add);
                }
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }
}
