package io.rpcidl.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON as trees of maps, lists, texts, numbers, booleans and null. */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000)
                    .maxNumberLength(20_000)
                    .maxStringLength(100_000_000)
                    .build())
            .build();

    private Json() {}

    /** A text in quotes, in ASCII. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    static @Nullable Object tree(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return tree(parser);
        }
    }

    private static @Nullable Object tree(JsonParser in) {
        JsonToken token = in.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                if (members.containsKey(name)) {
                    throw new IllegalArgumentException("two members are named " + name);
                }
                members.put(name, tree(in));
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> elements = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                elements.add(tree(in));
            }
            return elements;
        }
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> in.getString();
            default -> number(in.getString());
        };
    }

    /** A BigDecimal has no minus zero. */
    private static Object number(String text) {
        BigDecimal number = new BigDecimal(text);
        return number.signum() == 0 && text.startsWith("-") ? (Object) Double.valueOf(-0.0) : number;
    }

    /** The text of a tree. */
    static String text(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> members) {
            List<String> written = new ArrayList<>();
            members.forEach((name, value) -> written.add(quoted(String.valueOf(name)) + ":" + text(value)));
            return "{" + String.join(",", written) + "}";
        }
        if (tree instanceof List<?> elements) {
            return "[" + String.join(",", elements.stream().map(Json::text).toList()) + "]";
        }
        return tree instanceof String text ? quoted(text) : String.valueOf(tree);
    }
}
