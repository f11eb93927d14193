package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodeCommandTest {

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = Shop.tool(folder);
    }

    private Tool.Run encode(String type, String json) {
        return tool.run("encode", "-s", "src", "-t", type, json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shop.Gone                     | {"id":"1"}
            shop.Payment                  | {"voucher":"V"}
            shop.Payment                  | {"cash":{}}
            shop.Payment                  | {"#9":{"kind":"list","octets":"020101"}}
            map<u8,list<decimal>>         | {"1":["1.00","-0.5"],"2":[]}
            list<list<list<shop.Colour>>> | [[["RED"],[]],[]]
            set<uuid>                     | ["00000000-0000-0000-0000-000000000001"]
            duration                      | "-0.5s"
            """)
    void comesBackFromDecode(String type, String json) {
        Tool.Run octets = encode(type, json);

        assertThat(octets.err()).isEmpty();
        assertThat(octets.out()).matches("([0-9a-f]{2})+\n");
        Tool.Run back = tool.run(
                "decode", "--exact", "-s", "src", "-t", type, octets.out().strip());
        assertThat(back).isEqualTo(new Tool.Run(0, json + "\n", ""));
    }

    @Test
    void encodesTheMessagesOfAMethod() {
        String parameters = "{\"order\":" + Shop.ORDER + ",\"within\":\"90s\"}";
        tool.input = parameters.getBytes(StandardCharsets.UTF_8);
        String octets = tool.run("encode", "-s", "src", "-m", "shop.Orders.pay").out();
        tool.input = octets.getBytes(StandardCharsets.UTF_8);
        assertThat(tool.run("decode", "-s", "src", "-m", "shop.Orders.pay", "--exact")
                        .out())
                .isEqualTo(parameters + "\n");

        assertThat(tool.run("encode", "-s", "src", "-m", "shop.Orders.pay", "--result", "{\"cash\":{}}")
                        .out())
                .isEqualTo("011d030dac0200\n");
        assertThat(tool.run("encode", "-s", "src", "-m", "shop.Orders.forget", "--result", "null")
                        .out())
                .isEqualTo("00\n");
    }

    @Test
    void writesCanonicalForm() {
        String type = "map<string,set<u8>>";
        String one = "{\"b\":[2,1],\"a\":[]}";
        String other = "{\"a\":[],\"b\":[1,2]}";
        String canonical = "011f0b0e020161020001620202" + "0102\n";

        assertThat(encode(type, one).out()).isNotEqualTo(canonical);
        for (String json : new String[] {one, other}) {
            assertThat(tool.run("encode", "--canonical", "-s", "src", "-t", type, json))
                    .isEqualTo(new Tool.Run(0, canonical, ""));
        }
        Tool.Run unknown = tool.run(
                "encode",
                "--canonical",
                "-s",
                "src",
                "-t",
                "shop.Payment",
                "{\"#9\":{\"kind\":\"int8\",\"octets\":\"01\"}}");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out())
                .startsWith("error: $: variant 9 has no canonical form")
                .contains("W-3.29");
    }

    @Test
    void writesHexadecimalOrTheOctetsThemselves() throws Exception {
        tool.write("gone.json", "{\"id\": 1}");
        String hex = "01150100000000000000";

        assertThat(tool.run("encode", "-s", "src", "-t", "shop.Gone", "-i", "gone.json"))
                .isEqualTo(new Tool.Run(0, hex + "\n", ""));
        assertThat(tool.run("encode", "-s", "src", "-t", "shop.Gone", "-i", "gone.json", "-o", "out/gone.hex"))
                .isEqualTo(new Tool.Run(0, "", ""));
        tool.terminal = true;
        tool.run("encode", "-s", "src", "-t", "shop.Gone", "-i", "gone.json", "-o", "out/gone.bin", "--binary");

        assertThat(folder.resolve("out/gone.hex")).hasContent(hex + "\n");
        assertThat(Files.readAllBytes(folder.resolve("out/gone.bin")))
                .isEqualTo(HexFormat.of().parseHex(hex));
        assertThat(tool.run("encode", "-s", "src", "-t", "shop.Gone", "-i", "gone.json", "--binary"))
                .isEqualTo(new Tool.Run(
                        2,
                        "",
                        "rpcidl: octets would garble the terminal; name a file with `--output`, or use a pipe\n"));
        tool.terminal = false;
        assertThat(tool.run("encode", "-s", "src", "-t", "bool", "--binary", "true")
                        .out())
                .isEqualTo("\u0001\u0011\u0001");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shop.Gone    | {"id": -1}            | $.id:
            shop.Gone    | {"idd": 1}            | $: Gone has no member idd; did you mean id? (line 1, column 2, W-14.6)
            shop.Gone    | {}                    | $: the required field id (1) is absent (line 1, column 2, W-3.9)
            shop.Payment | {"card": 1234}        | $.card:
            shop.Payment | {"line":{"price":"x"}} | $.line.price:
            list<i8>     | [1,                   | $:
            """)
    void namesThePlaceOfAProblem(String type, String json, String message) {
        Tool.Run run = tool.run("encode", "-s", "src", "-t", type, "--output", "out", json);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("error: " + message);
        assertThat(run.out())
                .matches("error: \\$.*\\(line 1, column \\d+, W-\\d+\\.\\d+\\)\n")
                .doesNotContain("1234");
        assertThat(run.err()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void skipsUnknownMembersWhenItIsToldTo() {
        assertThat(tool.run("encode", "-s", "src", "-t", "shop.Gone", "--skip-unknown", "{\"idd\":[],\"id\":1}")
                        .code())
                .isZero();
    }

    @Test
    void refusesHostileText() {
        String deep = "{\"x\":" + "[".repeat(100_000);
        assertThat(tool.run("encode", "-s", "src", "-t", "shop.Gone", "--skip-unknown", deep)
                        .out())
                .contains("W-3.22)")
                .hasSizeLessThan(500);
        tool.input = new byte[] {'"', (byte) 0xFF, '"'};
        assertThat(tool.run("encode", "-s", "src", "-t", "string"))
                .isEqualTo(new Tool.Run(1, "error: the text is not UTF-8 (W-1.4)\n", ""));
    }

    @Test
    void reportsErrorsOfTheSourcesInstead() {
        tool.source("bad", "struct A { 1: B b; }");

        Tool.Run run = encode("shop.Gone", "{\"id\":1}");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("error[RPC0208]");
    }
}
