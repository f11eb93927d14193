package io.rpcidl.fuzz.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.json.Printing;
import io.rpcidl.json.UnknownMembers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What fuzzing starts from: a valid input of each target for each text below {@code src/test/seeds}. After a change of the
 * types or the format, {@code -Drpcidl.seeds=update} writes them again.
 */
class SeedsTest {

    private static final Path TEXTS = Path.of("src/test/seeds");
    private static final Path INPUTS = Path.of("src/test/resources/io/rpcidl/fuzz/v1");

    @Test
    void areWhatTheTextsSay() throws IOException {
        for (Map.Entry<Path, byte[]> seed : seeds().entrySet()) {
            Path file = INPUTS.resolve(seed.getKey());
            if ("update".equals(System.getProperty("rpcidl.seeds"))) {
                Files.createDirectories(file.getParent());
                Files.write(file, seed.getValue());
            }
            assertThat(file).as("write it with -Drpcidl.seeds=update").hasBinaryContent(seed.getValue());
        }
    }

    @Test
    void areThereForEachTarget() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path text : texts()) {
            names.add(targetOf(text).name());
        }
        assertThat(names).containsAll(Target.ALL.stream().map(Target::name).toList());
    }

    private static Map<Path, byte[]> seeds() throws IOException {
        Map<Path, byte[]> seeds = new TreeMap<>();
        for (Path file : texts()) {
            Target target = targetOf(file);
            byte choice = (byte) Target.ALL.indexOf(target);
            byte[] octets = target.json().parse(Files.readString(file), UnknownMembers.REFUSE);
            String name = file.getFileName().toString().replace(".json", "");
            for (String directory : List.of(
                    "DecodeFuzzTestInputs/decode",
                    "RoundTripFuzzTestInputs/roundTrip",
                    "JsonPrintFuzzTestInputs/print")) {
                seeds.put(Path.of(directory, name), chosen(choice, octets));
            }
            // To the target that skips, a message is a value of kind struct.
            seeds.put(Path.of("SkipFuzzTestInputs/skip", name), chosen((byte) 13, octets));
            String text = target.json().print(octets, Printing.EXACT);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            seeds.put(Path.of("JsonParseFuzzTestInputs/parse", name), chosen(choice, utf8));
        }
        return seeds;
    }

    private static List<Path> texts() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.sorted().toList();
        }
    }

    /** The name of a text is that of its target, then what is special. */
    private static Target targetOf(Path file) {
        String name = file.getFileName().toString();
        return Target.ALL.stream()
                .filter(target -> name.startsWith(target.name() + "-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " must start with the name of a target"));
    }

    private static byte[] chosen(byte choice, byte[] octets) {
        byte[] input = new byte[1 + octets.length];
        input[0] = choice;
        System.arraycopy(octets, 0, input, 1, octets.length);
        return input;
    }
}
