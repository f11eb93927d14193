package io.rpcidl.fuzz.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Row A23 of the catalogue of hostile inputs: any octets are a value or a typed refusal, and old readers accept what new ones do. */
class DecodeFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void decode(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] message = Oracle.message(input);
        if (Oracle.accepts(Target.of(input[0]).codec(), message)) {
            assertThat(Oracle.skips(message)).as("a reader that knows no field").isTrue();
        }
    }
}
