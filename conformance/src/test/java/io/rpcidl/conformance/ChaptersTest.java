package io.rpcidl.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.json.JsonForm;
import io.rpcidl.json.JsonFormException;
import io.rpcidl.json.MessageForm;
import io.rpcidl.json.Printing;
import io.rpcidl.schema.json.DescriptorJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The octets that wire-spec.md shows for values are vectors too, and what its table refuses is refused. */
class ChaptersTest {

    private static final Pattern BLOCK = Pattern.compile("```hex (\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REFUSED =
            Pattern.compile("\\| `([0-9a-f ]+)` \\| (result )?`(\\S+)` \\| .*\\((W-\\S+)\\) \\|");
    private static final List<String> FRAMES = List.of("client", "server", "fragments", "error");
    private static final String PREFIX = "chapters/";

    @Test
    void eachBlockIsAVector() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        for (MatchResult block : BLOCK.matcher(spec()).results().toList()) {
            if (!FRAMES.contains(block.group(1))) {
                shown.put(block.group(1), block.group(2).replaceAll("#.*", "").replaceAll("\\s", ""));
            }
        }
        Map<String, String> vectors = Case.all().stream()
                .filter(vector -> vector.id().startsWith(PREFIX) && !vector.bad())
                .collect(Collectors.toMap(
                        vector -> vector.id().substring(PREFIX.length()),
                        vector -> HexFormat.of().formatHex(vector.bytes())));
        assertThat(shown).hasSizeGreaterThan(8).isEqualTo(vectors);
    }

    @Test
    void eachRowOfTheTableIsRefusedForItsReason() throws IOException {
        JsonForm forms = JsonForm.of(DescriptorJson.read(Files.readString(Schemas.descriptor("chapters"))));
        List<MatchResult> rows = REFUSED.matcher(spec()).results().toList();
        assertThat(rows).hasSizeGreaterThan(12);
        for (MatchResult row : rows) {
            String type = row.group(3);
            String full = Character.isUpperCase(type.charAt(0)) ? "conformance.chapters.v1." + type : type;
            MessageForm form = row.group(2) == null ? forms.message(full) : forms.value(full);
            byte[] octets = HexFormat.of().parseHex(row.group(1).replace(" ", ""));
            JsonFormException refused =
                    catchThrowableOfType(JsonFormException.class, () -> form.print(octets, Printing.EXACT));
            assertThat(refused).as(row.group()).isNotNull();
            assertThat(refused.clause()).as(row.group()).isEqualTo(row.group(4));
        }
    }

    private static String spec() throws IOException {
        return Files.readString(Path.of("..", "wire-spec.md"));
    }
}
