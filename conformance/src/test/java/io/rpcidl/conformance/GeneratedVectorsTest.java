package io.rpcidl.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.StructCodec;
import io.rpcidl.wire.MalformedDataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All vectors that have octets, against the code that is generated for their schemas: read, refused, and written again. */
class GeneratedVectorsTest {

    private final List<String> problems = new ArrayList<>();

    @Test
    void everyVectorHolds(@TempDir Path folder) {
        Map<String, GeneratedCode> code = new TreeMap<>();
        Schemas.names().forEach(schema -> code.put(schema, GeneratedCode.of(schema, folder)));
        for (Case vector : Case.all()) {
            if (vector.bytes() != null) {
                GeneratedCode generated =
                        Objects.requireNonNull(code.get(vector.kind().schema()));
                try {
                    run(vector, vector.bytes(), generated.codec(vector.kind()));
                } catch (RuntimeException broken) {
                    problems.add(vector.id() + ": breaks the codec: " + broken);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    private void run(Case vector, byte[] bytes, StructCodec<@Nullable Object> codec) {
        Object value;
        try {
            value = codec.decode(bytes);
        } catch (MalformedDataException refused) {
            if (!vector.refused().contains(refused.clause())) {
                problems.add(vector.id() + ": may name " + vector.refused() + ", but: " + refused.getMessage());
            }
            return;
        }
        if (vector.bad()) {
            problems.add(vector.id() + ": was read");
            return;
        }
        byte[] again = codec.encode(value);
        if (!Arrays.equals(again, vector.reencoded())) {
            problems.add(
                    vector.id() + ": written again as " + cut(HexFormat.of().formatHex(again)));
        }
        // Declared errors are exceptions, which are equal to themselves only.
        if (!(value instanceof Throwable) && !Objects.equals(codec.decode(again), value)) {
            problems.add(vector.id() + ": what is written again is another value");
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }
}
