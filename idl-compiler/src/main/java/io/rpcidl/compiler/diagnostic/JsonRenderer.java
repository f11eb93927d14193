package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.LineIndex;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.io.StringWriter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Shows diagnostics as one JSON document for tools: an object whose member {@code diagnostics} is an array. What the
 * members mean is written down in {@code docs/diagnostics/README.md}; members may be added, none changes its meaning. The
 * document is ASCII whatever the sources hold, so no terminal, log or encoding can be fooled. Not safe for use by several
 * threads.
 */
public final class JsonRenderer {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final IdentityHashMap<SourceFile, LineIndex> indexes = new IdentityHashMap<>();

    /** Keeps what it knows about the lines of sources from one document to the next. */
    public JsonRenderer() {}

    /** The whole document, in the order given, with a line end behind it. */
    public String text(List<Diagnostic> diagnostics) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("diagnostics");
            diagnostics.forEach(diagnostic -> write(diagnostic, json));
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.append('\n').toString();
    }

    private void write(Diagnostic diagnostic, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("code", diagnostic.code().id());
        json.writeStringProperty("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("message", diagnostic.message());
        place(diagnostic.span(), json);
        json.writeArrayPropertyStart("labels");
        for (Label label : diagnostic.labels()) {
            json.writeStartObject();
            json.writeStringProperty("message", label.message());
            place(label.span(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (diagnostic.help() == null) {
            json.writeNullProperty("help");
        } else {
            json.writeStringProperty("help", diagnostic.help());
        }
        fix(diagnostic.fix(), json);
        json.writeStringProperty("page", diagnostic.code().page());
        json.writeEndObject();
    }

    private void fix(@Nullable Fix fix, JsonGenerator json) {
        if (fix == null) {
            json.writeNullProperty("fix");
            return;
        }
        json.writeObjectPropertyStart("fix");
        json.writeStringProperty("description", fix.description());
        json.writeArrayPropertyStart("edits");
        for (Edit edit : fix.edits()) {
            json.writeStartObject();
            place(edit.span(), json);
            json.writeStringProperty("replacement", edit.replacement());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void place(Span span, JsonGenerator json) {
        LineIndex index = indexes.computeIfAbsent(span.file(), LineIndex::new);
        json.writeStringProperty("file", span.file().location());
        json.writeObjectPropertyStart("span");
        position("start", span.start(), index, json);
        position("end", span.end(), index, json);
        json.writeEndObject();
    }

    private static void position(String name, int offset, LineIndex index, JsonGenerator json) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("offset", offset);
        json.writeNumberProperty("line", index.line(offset));
        json.writeNumberProperty("column", index.column(offset));
        json.writeEndObject();
    }
}
