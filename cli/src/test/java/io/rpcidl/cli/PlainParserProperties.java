package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Where the plain parser has an answer, it is that of picocli. */
class PlainParserProperties {

    private static final CommandLine PICOCLI = CommandTree.of(Commands.all());

    @Property(tries = 2000)
    void agreesWithPicocli(@ForAll("lines") List<String> words) {
        Command command = Commands.named(words.get(0));
        assertThat(command).isNotNull();
        String[] line = words.toArray(new String[0]);

        Arguments plain = new PlainParser(command.syntax()).parse(line);

        Statistics.label("plain").collect(plain != null);
        if (plain != null) {
            ParseResult parsed = PICOCLI.parseArgs(line).subcommand();
            assertThat(parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested())
                    .isFalse();
            assertThat(plain).isEqualTo(CommandTree.arguments(command.syntax(), parsed));
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of(Commands.all()).flatMap(PlainParserProperties::line);
    }

    private static Arbitrary<List<String>> line(Command command) {
        List<String> words =
                new ArrayList<>(List.of("", "-", "--", "-h", "--help", "-V", "@x", "'a'", "\"b\"", "a=b", "-x"));
        for (Option option : command.syntax().options()) {
            for (String name : option.names()) {
                words.addAll(List.of(name, name + "=v", name + "=", name + "v", name.substring(0, name.length() - 1)));
            }
        }
        Arbitrary<String> plain = Arbitraries.of("src", "a.rpcidl", "o", "auto", "bash", "true", "x y", "é");
        Arbitrary<String> special = Arbitraries.of(words);
        return Arbitraries.frequencyOf(Tuple.of(3, plain), Tuple.of(1, special))
                .list()
                .ofMaxSize(5)
                .map(rest -> {
                    List<String> all = new ArrayList<>(List.of(command.name()));
                    all.addAll(rest);
                    return all;
                });
    }
}
