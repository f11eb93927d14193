package io.rpcidl.fuzz.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What fuzzing of connections starts from; {@code -Drpcidl.seeds=update} writes it again. */
class SessionSeedsTest {
    private static final Path INPUTS =
            Path.of("src/test/resources/io/rpcidl/fuzz/connection/ConnectionFuzzTestInputs/receive");
    /** Slices of 64 octets. */
    private static final int SLICED = 126;

    @Test
    void areWhatTheSessionsSay() throws IOException {
        Map<String, byte[]> seeds = new TreeMap<>();
        Sessions.ofConnectingEnds().forEach((name, octets) -> seeds.put(name, chosen(SLICED, octets)));
        Sessions.ofAcceptingEnds().forEach((name, octets) -> seeds.put(name, chosen(SLICED | 1, octets)));
        for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
            Path file = INPUTS.resolve(seed.getKey());
            if ("update".equals(System.getProperty("rpcidl.seeds"))) {
                Files.createDirectories(INPUTS);
                Files.write(file, seed.getValue());
            }
            assertThat(file).as("write it with -Drpcidl.seeds=update").hasBinaryContent(seed.getValue());
        }
    }

    private static byte[] chosen(int choice, byte[] octets) {
        byte[] input = new byte[1 + octets.length];
        input[0] = (byte) choice;
        System.arraycopy(octets, 0, input, 1, octets.length);
        return input;
    }
}
