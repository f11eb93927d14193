package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake, planted in a source without any, at several places where it can stand, gives one message with its code. */
class PlantedMistakesTest {

    private static final Path VALID = Path.of("src/test/corpus/valid");
    private static final String ORDERS = "shop/orders/v1/orders.rpcidl";
    private static final String CATALOG = "shop/catalog/v1/catalog.rpcidl";

    /** The start of each definition that stands in a line of its own. */
    private static final Places DEFINITIONS =
            new Places("(?m)^(?=(const|type|enum|struct|union|error|service) )", "const", "\\z");
    /** The start of each field of the larger structs. */
    private static final Places FIELDS = new Places("(?m)^(?=  \\d+: )", "struct Line", "struct Card");
    /** The start of each method. */
    private static final Places METHODS = new Places("(?m)^(?=  \\d+: )", "service Orders", "\\z");

    /** Where a mistake is planted: at each match between two others. */
    private record Places(String pattern, String from, String to) {

        List<Integer> in(String text) {
            Matcher start = Pattern.compile("(?m)^" + from).matcher(text);
            Matcher end = Pattern.compile("(?m)^" + to).matcher(text);
            assertThat(start.find()).isTrue();
            int last = end.find(start.end()) ? end.start() : text.length();
            return Pattern.compile(pattern)
                    .matcher(text)
                    .results()
                    .map(MatchResult::start)
                    .filter(place -> place >= start.start() && place < last)
                    .toList();
        }
    }

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RPC0101 | struct Planted { 1: u8 x }",
                "RPC0101 | struct Planted { 1 u8 x; }",
                "RPC0101 | struct Planted { u8 x; }",
                "RPC0101 | strct Planted { 1: u8 x; }",
                "RPC0101 | service Planted { 1: readnly u8 x(); }",
                "RPC0101 | const u8 PLANTED 5;",
                "RPC0101 | enum Planted { A; }",
                "RPC0102 | struct Planted { # }",
                "RPC0103 | const string PLANTED = \"x;",
                "RPC0105 | const u8 PLANTED = 05;",
                "RPC0106 | struct Plänted {}",
                "RPC0107 | const string PLANTED = \"\\x\";",
                "RPC0205 | struct OutOfStock {}",
                "RPC0205 | error Line {}",
                "RPC0206 | struct Planted { 1: u8 x; 2: u8 x; }",
                "RPC0207 | struct map {}",
                "RPC0208 | struct Planted { 1: Nowhere x; }",
                "RPC0208 | const State PLANTED = Nowhere;",
                "RPC0208 | struct Planted { 1: catalog.Nowhere x; }",
                "RPC0211 | struct catalog {}",
                "RPC0213 | struct Planted { reserved \"x\"; 1: u8 x; }",
                "RPC0301 | struct Planted { 1: u8 x; 1: u8 y; }",
                "RPC0302 | struct Planted { 65536: u8 x; }",
                "RPC0303 | struct Planted { reserved 1; 1: u8 x; }",
                "RPC0304 | struct Planted { reserved 2..1; }",
                "RPC0305 | struct Planted { reserved 1, 1; }",
                "RPC0306 | struct Planted { reserved \"\"; }",
                "RPC0401 | struct Planted { 1: NoSuchOrder x; }",
                "RPC0402 | struct Planted { 1: u8<u8> x; }",
                "RPC0403 | struct Planted { 1: list<u8?> x; }",
                "RPC0404 | struct Planted { 1: set<f32> x; }",
                "RPC0405 | type Planted = Order;",
                "RPC0406 | struct Planted {} struct Plants { 1: list<Planted> x; }",
                "RPC0407 | struct Planted { 1: Planted x; }",
                "RPC0408 | enum Planted {}",
                "RPC0409 | union Planted {}",
                "RPC0410 | struct Planted { 1: void x; }",
                "RPC0411 | struct Planted { 1: stream<u8> x; }",
                "RPC0501 | const u8 PLANTED = \"x\";",
                "RPC0502 | const u8 PLANTED = 256;",
                "RPC0503 | struct Planted { 1: u8? x = 1; }",
                "RPC0504 | const bytes PLANTED = \"x\";",
                "RPC0505 | const u8 PLANTED = PLANTED;",
                "RPC0506 | const CardNumber PLANTED = \"12345678901234567890\";",
                "RPC0601 | struct Planted @nothing {}",
                "RPC0602 | struct Planted @sensitive {}",
                "RPC0603 | struct Planted @deprecated(\"x\") @deprecated(\"y\") {}",
                "RPC0604 | struct Planted @deprecated {}",
                "RPC0605 | service Planted { 1: void x() @deadline(0s); }",
                "RPC0701 | service Planted { 1: void x(u8 y); }",
                "RPC0702 | service Planted { 1: oneway readonly void x(); }",
                "RPC0703 | service Planted { 1: oneway u8 x(); }",
                "RPC0704 | service Planted { 1: void x() throws 1: Order; }",
                "RPC0705 | service Planted { 1: void x() throws 1: NoSuchOrder, 2: NoSuchOrder; }"
            })
    void inADefinition(String code, String mistake) throws IOException {
        plant(DEFINITIONS, code, mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RPC0101 | 60000: u8 planted",
                "RPC0101 | 60000 u8 planted;",
                "RPC0101 | u8 planted;",
                "RPC0101 | 60000: u8;",
                "RPC0101 | 60000: list<u8 planted;",
                "RPC0101 | 60000: u8 planted @;",
                "RPC0103 | 60000: string planted = \"x;",
                "RPC0208 | 60000: Nowhere planted;",
                "RPC0302 | 0: u8 planted;",
                "RPC0404 | 60000: map<Line, u8> planted;",
                "RPC0501 | 60000: State planted = 1;",
                "RPC0602 | 60000: u8 planted @max(1);",
                "RPC0604 | 60000: string planted @max;"
            })
    void inAField(String code, String mistake) throws IOException {
        plant(FIELDS, code, mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RPC0101 | 60000: void planted()",
                "RPC0101 | 60000: void planted;",
                "RPC0101 | 60000: idempotnt void planted();",
                "RPC0101 | 60000: void planted(1: u8);",
                "RPC0101 | 60000: void planted() throws NoSuchOrder;",
                "RPC0206 | 60000: void seen();",
                "RPC0301 | 7: void planted();",
                "RPC0303 | 9: void planted();",
                "RPC0411 | 60000: void planted(stream<u8> x, 1: u8 y);"
            })
    void inAMethod(String code, String mistake) throws IOException {
        plant(METHODS, code, mistake);
    }

    private void plant(Places places, String code, String mistake) throws IOException {
        String valid = Files.readString(VALID.resolve(ORDERS));
        Sources sources = new Sources(root).withBytes(CATALOG, Files.readAllBytes(VALID.resolve(CATALOG)));
        List<Integer> found = places.in(valid);
        assertThat(found).as("places").hasSizeGreaterThan(7);
        for (int i = 0; i < found.size(); i += 1 + found.size() / 6) {
            int place = found.get(i);
            String planted = valid.substring(0, place) + mistake + "\n" + valid.substring(place);
            List<Diagnostic> diagnostics = sources.withBytes(ORDERS, planted.getBytes(StandardCharsets.UTF_8))
                    .compile()
                    .diagnostics();
            assertThat(diagnostics).as(sources::text).hasSize(1);
            assertThat(diagnostics.get(0).code().id()).as(sources::text).isEqualTo(code);
            assertThat(diagnostics.get(0).span().file().path()).isEqualTo(ORDERS);
        }
    }
}
