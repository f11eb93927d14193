package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCommandTest {

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = Shop.tool(folder);
    }

    private String order() {
        return tool.run("encode", "-s", "src", "-t", "shop.Order", Shop.ORDER)
                .out()
                .strip();
    }

    @Test
    void printsJsonAndHidesWhatIsSensitive() {
        String hidden = Shop.ORDER.replace("4111", "***").replace("036e6577", "***");

        assertThat(tool.run("decode", "-s", "src", "-t", "shop.Order", order()))
                .isEqualTo(new Tool.Run(0, hidden + "\n", ""));
        assertThat(tool.run("decode", "-s", "src", "-t", "shop.Order", "--exact", order()))
                .isEqualTo(new Tool.Run(0, Shop.ORDER + "\n", ""));
    }

    @Test
    void dumpsWithTheNamesOfTheSchema() {
        Tool.Run run = tool.run("decode", "--dump", "-s", "src", "-t", "shop.Order", order());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("0000  0b 15 1e 1a 1b 18 0e ef 03 1f 1e 1e    shape of 9 fields  W-3.2\n")
                .contains("  decimal 9.99  lines[0].price  W-2.11\n", "  ***  ", "payments[2].card  W-14.21\n")
                .contains("  i8 -2  grid[0][1]  W-2.4\n")
                .doesNotContain("4111", "34 31 31 31", "6e 65 77");
        assertThat(tool.run("decode", "--dump", "--exact", "-s", "src", "-t", "shop.Order", order())
                        .out())
                .contains("04 34 31 31 31", "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01");
        assertThat(tool.run("decode", "--dump", "-s", "src", "-m", "shop.Orders.forget", "01150100000000000000")
                        .out())
                .contains("u64 1  id  W-2.4");
        assertThat(tool.run("decode", "--dump", "-s", "src", "-m", "shop.Orders.pay", "--result", "011d030dac0200")
                        .out())
                .contains("result.cash");
    }

    @Test
    void dumpsByKindsWithoutASchema() {
        Tool.Run run = tool.run("decode", "01 1b 02 68 69 # a comment");

        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll("  +", "  "))
                .isEqualTo("0000  01 1b  shape of 1 field  W-3.2\n0002  02 68 69  string \"hi\"  #1  W-2.9\n");
    }

    @Test
    void tellsDigitsFromOctets() {
        Tool.Run expected = tool.run("decode", "011b026869");
        tool.input = HexFormat.of().parseHex("011b026869");
        assertThat(tool.run("decode")).isEqualTo(expected);
        tool.input = "01 1B\r\n02\t6869\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(tool.run("decode")).isEqualTo(expected);
        assertThat(tool.run("decode", "--binary").code()).isEqualTo(1);
        tool.input = "01 1b # shape\n02 6869".getBytes(StandardCharsets.US_ASCII);
        assertThat(tool.run("decode", "--hex")).isEqualTo(expected);
        tool.input = "01 1b zz".getBytes(StandardCharsets.US_ASCII);
        assertThat(tool.run("decode", "--hex"))
                .isEqualTo(new Tool.Run(2, "", "rpcidl: the input is not hexadecimal at its character 7\n"));
        tool.write("message", "011b026869");
        assertThat(tool.run("decode", "--input", "message")).isEqualTo(expected);
    }

    @Test
    void showsAMalformedMessageUpToTheProblem() {
        String broken = order().replace("040200e703", "0402000700");
        assertThat(broken).isNotEqualTo(order());

        Tool.Run json = tool.run("decode", "-s", "src", "-t", "shop.Order", broken);
        Tool.Run dump = tool.run("decode", "-s", "src", "-t", "shop.Order", "--dump", broken);

        String error = "error: Order.lines[0].price: the digits of a decimal are not in their shortest form";
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.out()).startsWith(error).endsWith("W-2.11)\n");
        assertThat(dump.code()).isEqualTo(1);
        assertThat(dump.out()).contains("lines[0].quantity", error).doesNotContain("lines[1]", "note");
        assertThat(dump.out()).endsWith(json.out());
    }

    @Test
    void namesWhatOnlyTheSchemaTells() {
        assertThat(tool.run("decode", "--dump", "-s", "src", "-t", "shop.Gone", "00")
                        .out())
                .contains("shape of no fields", "error: Gone.id: the required field id (1) is absent")
                .endsWith("W-3.9)\n");
        assertThat(tool.run("decode", "--dump", "-s", "src", "-t", "shop.Gone", "011b00")
                        .out())
                .endsWith("W-3.8)\n");
        assertThat(tool.run("decode", "--dump", "-s", "src", "-t", "shop.Colour", "011a0500")
                        .out())
                .endsWith("W-2.8)\n");
    }

    @Test
    void refusesHostileInput() {
        tool.input = new byte[1 << 20];
        new Random(4).nextBytes(tool.input);
        assertThat(tool.run("decode", "--binary").code()).isEqualTo(1);
        assertThat(tool.run("decode", "-s", "src", "-t", "shop.Order", "--dump").code())
                .isEqualTo(1);
        tool.input = HexFormat.of().parseHex("011e" + "0e01".repeat(100_000));
        assertThat(tool.run("decode").out()).endsWith("W-3.22)\n");
        tool.input = HexFormat.of().parseHex("011e0b" + "ffffffff0f");
        assertThat(tool.run("decode").out()).endsWith("W-3.17)\n");
        tool.input = new byte[(4 << 20) + 1];
        assertThat(tool.run("decode").out())
                .isEqualTo("error: the message is larger than the limit of 4194304 bytes (at byte 0, W-7.4)\n");
        tool.input = new byte[0];
        assertThat(tool.run("decode").out()).isEqualTo("error: 1 bytes are needed, 0 are left (at byte 0, W-3.5)\n");
    }
}
