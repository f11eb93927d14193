package io.rpcidl.conformance;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One vector as it is written to a file; conformance/README.md says what each member means. */
final class Vector {

    private final String id;
    private final String clause;
    private String level = "MUST";
    private String schema = "values";
    private String form = "value";
    private String type = "";
    private @Nullable Repeated bytes;
    private @Nullable Repeated value;
    private boolean asText;
    private @Nullable Repeated reencoded;
    private @Nullable String written;
    private @Nullable String canonical;
    private List<String> noCanonical = List.of();
    private List<String> refused = List.of();
    private @Nullable String writer;

    private Vector(String id, String clause) {
        this.id = id;
        this.clause = clause;
    }

    static Vector about(String id, String clause) {
        return new Vector(id, clause);
    }

    String id() {
        return id;
    }

    boolean bad() {
        return !refused.isEmpty();
    }

    /** What tells it apart from others: the same octets of the same type say nothing new. */
    String subject() {
        return String.join(
                " ", schema, form, type, bytes == null ? "" : bytes.json(), value == null ? "" : value.json());
    }

    Vector level(String stated) {
        level = stated;
        return this;
    }

    /** What the octets are: {@code message}, {@code value}, {@code parameters} or {@code result}. */
    Vector of(String statedForm, String statedType) {
        form = statedForm;
        type = statedType;
        return this;
    }

    Vector schema(String name) {
        schema = name;
        return this;
    }

    Vector bytes(String hex) {
        return bytes(Repeated.of(hex));
    }

    Vector bytes(Repeated hex) {
        bytes = hex;
        return this;
    }

    Vector value(String json) {
        return value(Repeated.of(json));
    }

    Vector value(Repeated json) {
        value = json;
        return this;
    }

    /** The value as a text that need not be JSON. */
    Vector valueText(String text) {
        asText = true;
        return value(text);
    }

    /** What a writer makes of the value, when it is not what was read. */
    Vector reencoded(String hex) {
        return reencoded(Repeated.of(hex));
    }

    Vector reencoded(Repeated hex) {
        reencoded = hex;
        return this;
    }

    /** The octets of a text that no writer of JSON writes so. */
    Vector written(String hex) {
        written = hex;
        return this;
    }

    /** The canonical form of the value (W-3.26). */
    Vector canonical(String hex) {
        canonical = hex;
        return this;
    }

    /** There is no canonical form of the value. */
    Vector noCanonical(String... clauses) {
        noCanonical = List.of(clauses);
        return this;
    }

    Vector refused(List<String> clauses) {
        refused = clauses;
        return this;
    }

    Vector refused(String... clauses) {
        return refused(List.of(clauses));
    }

    /** Whose writing the octets are: another schema with the value there. */
    Vector writtenBy(String otherSchema, String json) {
        writer = "{\"schema\": " + Json.quoted(otherSchema) + ", \"value\": " + json + "}";
        return this;
    }

    /** One line. */
    String line() {
        StringJoiner members = new StringJoiner(", ", "{", "}");
        members.add("\"id\": " + Json.quoted(id));
        members.add("\"clause\": " + Json.quoted(clause));
        members.add("\"level\": " + Json.quoted(level));
        members.add("\"schema\": " + Json.quoted(schema));
        members.add("\"form\": " + Json.quoted(form));
        members.add("\"type\": " + Json.quoted(type));
        if (writer != null) {
            members.add("\"writer\": " + writer);
        }
        if (bytes != null) {
            members.add("\"bytes\": " + bytes.json());
        }
        if (value != null) {
            members.add(value.plain() && !asText ? "\"value\": " + value.whole() : "\"valueText\": " + value.json());
        }
        if (reencoded != null) {
            members.add("\"reencoded\": " + reencoded.json());
        }
        if (written != null) {
            members.add("\"written\": " + Json.quoted(written));
        }
        if (canonical != null) {
            members.add("\"canonical\": " + Json.quoted(canonical));
        }
        if (!noCanonical.isEmpty()) {
            members.add("\"noCanonical\": " + array(noCanonical));
        }
        if (bad()) {
            members.add("\"refused\": " + array(refused));
        }
        return members.toString();
    }

    private static String array(List<String> texts) {
        return "[" + String.join(", ", texts.stream().map(Json::quoted).toList()) + "]";
    }
}
