package io.rpcidl.fuzz.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rpcidl.json.JsonFormException;
import io.rpcidl.json.Printing;
import io.rpcidl.json.UnknownMembers;

/** Row A23 for JSON: a descriptor accepts the octets that generated code accepts, and what is printed of them is read again. */
class JsonPrintFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void print(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Target target = Target.of(input[0]);
        byte[] message = Oracle.message(input);
        boolean accepted = Oracle.accepts(target.codec(), message);
        String text;
        try {
            text = target.json().print(message, Printing.EXACT);
        } catch (JsonFormException refused) {
            assertThat(accepted)
                    .as("accepted by generated code, but: %s", refused)
                    .isFalse();
            return;
        }
        assertThat(accepted).as("by generated code").isTrue();
        assertThat(target.json().print(message, Printing.FOR_PEOPLE)).isNotEmpty();
        byte[] again;
        try {
            again = target.json().parse(text, UnknownMembers.REFUSE);
        } catch (JsonFormException refused) {
            // W-14.20: three stars in the place of a secret don't come back.
            assertThat(text).as(refused.getMessage()).contains("\"***\"");
            return;
        }
        assertThat(target.json().print(again, Printing.EXACT)).isEqualTo(text);
    }
}
