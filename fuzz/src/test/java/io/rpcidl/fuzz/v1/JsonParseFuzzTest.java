package io.rpcidl.fuzz.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rpcidl.json.JsonFormException;
import io.rpcidl.json.Printing;
import io.rpcidl.json.UnknownMembers;
import java.nio.charset.StandardCharsets;

/** Row A23 for JSON: any text is a value or a refusal with its place; octets made from a text are those that a writer writes. */
class JsonParseFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void parse(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Target target = Target.of(input[0]);
        String text = new String(Oracle.message(input), StandardCharsets.UTF_8);
        UnknownMembers unknown = input[0] < 0 ? UnknownMembers.SKIP : UnknownMembers.REFUSE;
        byte[] octets;
        try {
            octets = target.json().parse(text, unknown);
        } catch (JsonFormException refused) {
            assertThat(refused.line()).isPositive();
            assertThat(refused.column()).isPositive();
            assertThat(refused.path()).startsWith("$");
            assertThat(refused.getMessage()).contains(refused.problem());
            return;
        }
        assertThat(Oracle.rewritten(target.codec(), octets).orElseThrow())
                .as("by generated code")
                .isEqualTo(octets);
        String printed = target.json().print(octets, Printing.EXACT);
        assertThat(target.json().parse(printed, UnknownMembers.REFUSE)).isEqualTo(octets);
    }
}
