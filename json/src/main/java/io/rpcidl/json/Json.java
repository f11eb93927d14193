package io.rpcidl.json;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** The JSON library, as strict as RFC 8259 and under our limits. */
final class Json {

    /** The reader's own check of the depth comes first, with the better message. */
    private static final int SLACK = 2;

    private final JsonLimits limits;
    private final JsonFactory factory;

    Json(JsonLimits limits) {
        this.limits = limits;
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.message().depth() + SLACK)
                .maxNumberLength(limits.numberLength())
                .maxNameLength(limits.textLength())
                .maxStringLength(limits.textLength())
                .build();
        factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                // A table of names that outlives a text is memory that strangers fill.
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .characterEscapes(new InvisibleEscapes())
                .build();
    }

    JsonLimits limits() {
        return limits;
    }

    JsonParser parser(String text) {
        return factory.createParser(ObjectReadContext.empty(), text);
    }

    JsonGenerator generator(Writer target) {
        return factory.createGenerator(ObjectWriteContext.empty(), target);
    }
}
