package io.rpcidl.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.StructCodec;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All vectors that have octets, against the code that is generated for their schemas: read, refused, and written again. */
class GeneratedVectorsTest {

    /** In the JSON of a value (W-14.18). */
    private static final Pattern UNKNOWN_VARIANT = Pattern.compile("\"#\\d+\"");

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
        canonical(vector, value, codec);
        // Declared errors are exceptions, which are equal to themselves only.
        if (!(value instanceof Throwable) && !Objects.equals(codec.decode(again), value)) {
            problems.add(vector.id() + ": what is written again is another value");
        }
    }

    /** Each value has a canonical form, which is a form of this value, or holds a variant that is not known (W-3.26). */
    private void canonical(Case vector, @Nullable Object value, StructCodec<@Nullable Object> codec) {
        byte[] canonical;
        try {
            canonical = codec.canonical(value);
        } catch (UnencodableValueException refused) {
            if (!unknownVariant(vector) || !refused.getMessage().contains("no canonical form")) {
                problems.add(vector.id() + ": has no canonical form: " + refused.getMessage());
            }
            return;
        }
        if (unknownVariant(vector)) {
            problems.add(vector.id() + ": has a canonical form");
        }
        byte[] told = vector.canonical().octets();
        if (told != null && !Arrays.equals(canonical, told)) {
            problems.add(
                    vector.id() + ": in canonical form is " + cut(HexFormat.of().formatHex(canonical)));
        }
        Object again = codec.decode(canonical);
        if (!Arrays.equals(codec.canonical(again), canonical)
                || !(value instanceof Throwable || Objects.equals(again, value))) {
            problems.add(vector.id() + ": its canonical form is another value");
        }
    }

    private static boolean unknownVariant(Case vector) {
        return !vector.canonical().refused().isEmpty()
                || UNKNOWN_VARIANT.matcher(String.valueOf(vector.value())).find();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }
}
