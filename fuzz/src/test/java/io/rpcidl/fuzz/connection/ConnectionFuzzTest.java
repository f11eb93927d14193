package io.rpcidl.fuzz.connection;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Row B22: whatever octets a peer sends behind an opening, in whatever slices, the state machine ends the connection or goes on;
 * it throws nothing, every call ends exactly once, and what it holds is bounded. The first octet of the input chooses the role
 * and how the rest is sliced.
 */
class ConnectionFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void receive(byte[] input) {
        if (input.length == 0) {
            return;
        }
        FuzzedEnd end = (input[0] & 1) == 0 ? FuzzedEnd.accepting() : FuzzedEnd.connecting();
        int slice = 1 + ((input[0] & 0xFF) >>> 1);
        for (int at = 1; at < input.length; at += slice) {
            end.receive(input, at, Math.min(slice, input.length - at));
        }
        end.close();
    }
}
