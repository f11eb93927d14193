package io.rpcidl.schema.json;

import io.rpcidl.schema.InvalidDescriptorException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON texts: read into a tree whose values know their place, under limits; written with indentation. */
final class JsonText {

    /** Far deeper than descriptors nest. */
    private static final int DEPTH = 64;

    private static final int LONGEST = 256 << 20;
    private static final int MOST_TOKENS = 64_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxDocumentLength(LONGEST)
                    .maxTokenCount(MOST_TOKENS)
                    .maxStringLength(LONGEST)
                    .maxNumberLength(1_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // the JDK's own digits differ between its versions
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private JsonText() {}

    static String write(Consumer<JsonGenerator> content) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), out)) {
            content.accept(json);
        }
        return out.append('\n').toString();
    }

    static JsonValue read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            JsonValue value = value(parser, null, "$");
            if (parser.nextToken() != null) {
                throw place(parser.currentTokenLocation(), null, "$").invalid("nothing may follow the one value");
            }
            return value;
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            String message = "this is no JSON: " + e.getOriginalMessage();
            throw location == null
                    ? new InvalidDescriptorException(message, e)
                    : place(location, null, "$").invalid(message, e);
        }
    }

    private static JsonValue value(JsonParser parser, @Nullable Place outer, String step) {
        Place place = place(parser.currentTokenLocation(), outer, step);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw place.invalid("the text is empty");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, place);
            case START_ARRAY -> array(parser, place);
            case VALUE_STRING -> new JsonValue.OfText(place, whole(parser.getString(), place));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.OfNumber(place, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.OfBool(place, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new JsonValue.OfNull(place);
            default -> throw place.invalid("this is no value");
        };
    }

    private static JsonValue object(JsonParser parser, Place place) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.getString();
            parser.nextToken();
            members.put(name, value(parser, place, "." + name));
        }
        return new JsonValue.OfObject(place, members);
    }

    private static JsonValue array(JsonParser parser, Place place) {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, place, "[" + elements.size() + "]"));
        }
        return new JsonValue.OfArray(place, elements);
    }

    /** JSON can escape half a character, which no string of ours can hold. */
    private static String whole(String text, Place place) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw place.invalid("the string holds an unpaired surrogate");
                }
                i++;
            }
        }
        return text;
    }

    private static Place place(TokenStreamLocation location, @Nullable Place outer, String step) {
        return new Place(Math.max(location.getLineNr(), 1), Math.max(location.getColumnNr(), 1), outer, step);
    }

    /** Two blanks a level and line feeds, whatever the platform has. */
    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            Separators separators = Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator("");
            return new DefaultPrettyPrinter(separators)
                    .withArrayIndenter(indenter)
                    .withObjectIndenter(indenter);
        }
    }
}
