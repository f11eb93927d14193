package io.rpcidl.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.json.JsonForm;
import io.rpcidl.json.JsonFormException;
import io.rpcidl.json.MessageForm;
import io.rpcidl.json.Printing;
import io.rpcidl.json.UnknownMembers;
import io.rpcidl.schema.json.DescriptorJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All vectors against codecs that are made of descriptors, and against the JSON form. */
class DescribedVectorsTest {

    private final Map<String, JsonForm> forms = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    @Test
    void everyVectorHolds() throws IOException {
        for (String name : Schemas.names()) {
            forms.put(name, JsonForm.of(DescriptorJson.read(Files.readString(Schemas.descriptor(name)))));
        }
        for (Case vector : Case.all()) {
            try {
                run(vector);
            } catch (RuntimeException broken) {
                problems.add(vector.id() + ": breaks the codec: " + broken);
            }
        }
        assertThat(problems).isEmpty();
    }

    private void run(Case vector) {
        MessageForm form = form(vector.kind().schema(), vector.kind());
        if (vector.bytes() == null && vector.bad()) {
            refusesToWrite(vector, form);
        } else if (vector.bytes() == null) {
            writesAgain(vector, form);
        } else if (vector.bad()) {
            refuses(vector, form, vector.bytes());
        } else {
            reads(vector, form, vector.bytes());
            writesAgain(vector, form);
        }
        Case.Written writer = vector.writer();
        if (writer != null) {
            String written = write(form(writer.schema(), vector.kind()), writer.value());
            same(vector, "the writer makes", written, hex(vector.bytes()));
        }
    }

    private MessageForm form(String schema, Case.Kind kind) {
        JsonForm form = Objects.requireNonNull(forms.get(schema), schema);
        return switch (kind.form()) {
            case "message" -> form.message(kind.type());
            case "value" -> form.value(kind.type());
            case "parameters" -> form.parameters(kind.type());
            case "result" -> form.result(kind.type());
            default -> throw new IllegalStateException("no form is named " + kind.form());
        };
    }

    private void reads(Case vector, MessageForm form, byte[] bytes) {
        try {
            String text = form.print(bytes, Printing.EXACT);
            same(vector, "read as", Json.tree(text), Json.tree(Objects.requireNonNull(vector.value())));
        } catch (JsonFormException refused) {
            problems.add(vector.id() + ": refused: " + refused.getMessage());
        }
    }

    private void writesAgain(Case vector, MessageForm form) {
        // The payload of a NaN is the only thing that JSON loses and a codec keeps (W-14.20).
        if (!vector.id().contains("/nan-")) {
            String written = write(form, Objects.requireNonNull(vector.value()));
            same(vector, "written as", written, hex(vector.reencoded()));
        }
    }

    private static String write(MessageForm form, String value) {
        try {
            return hex(form.parse(value, UnknownMembers.REFUSE));
        } catch (JsonFormException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private void refuses(Case vector, MessageForm form, byte[] bytes) {
        try {
            String text = form.print(bytes, Printing.EXACT);
            problems.add(vector.id() + ": read as " + text.substring(0, Math.min(100, text.length())));
        } catch (JsonFormException refused) {
            names(vector, refused);
        }
    }

    private void refusesToWrite(Case vector, MessageForm form) {
        try {
            byte[] octets = form.parse(Objects.requireNonNull(vector.value()), UnknownMembers.REFUSE);
            problems.add(vector.id() + ": written as " + octets.length + " octets");
        } catch (JsonFormException refused) {
            names(vector, refused);
        }
    }

    private void names(Case vector, JsonFormException refused) {
        if (!vector.refused().contains(refused.clause())) {
            problems.add(vector.id() + ": may name " + vector.refused() + ", but: " + refused.getMessage());
        }
    }

    private void same(Case vector, String what, @Nullable Object found, @Nullable Object expected) {
        if (!Objects.equals(found, expected)) {
            problems.add(vector.id() + ": " + what + " " + cut(found) + ", not " + cut(expected));
        }
    }

    private static String cut(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.substring(0, Math.min(300, text.length()));
    }

    private static String hex(byte @Nullable [] octets) {
        return octets == null ? "" : HexFormat.of().formatHex(octets);
    }
}
