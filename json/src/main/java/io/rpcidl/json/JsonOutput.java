package io.rpcidl.json;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/** Prints one JSON text, on one line and of a bounded length. */
final class JsonOutput {

    /** What stands in the place of a sensitive value. */
    static final String REDACTED = "***";

    private final BoundedText text;
    private final JsonGenerator generator;
    private final Printing printing;

    JsonOutput(Json json, Printing printing) {
        this.printing = printing;
        text = new BoundedText(json.limits().textLength());
        generator = json.generator(text);
    }

    /** Whether sensitive values are redacted. */
    boolean forPeople() {
        return printing == Printing.FOR_PEOPLE;
    }

    void redacted() {
        generator.writeString(REDACTED);
    }

    void string(String value) {
        generator.writeString(value);
    }

    /** A number that is written like this. */
    void number(String value) {
        generator.writeNumber(value);
    }

    void bool(boolean value) {
        generator.writeBoolean(value);
    }

    void nothing() {
        generator.writeNull();
    }

    void beginObject() {
        generator.writeStartObject();
    }

    void name(String name) {
        generator.writeName(name);
    }

    void endObject() {
        generator.writeEndObject();
    }

    void beginArray() {
        generator.writeStartArray();
    }

    void endArray() {
        generator.writeEndArray();
    }

    /** All that was printed; nothing can be printed any more. */
    String text() {
        generator.close();
        return text.toString();
    }

    /** Takes characters up to a limit. */
    private static final class BoundedText extends Writer {

        private final StringBuilder characters = new StringBuilder();
        private final int maximum;

        BoundedText(int maximum) {
            this.maximum = maximum;
        }

        @Override
        public void write(char[] source, int offset, int length) {
            if (length > maximum - characters.length()) {
                throw new JsonFormException("the text has more than " + maximum + " characters", Rule.BOUNDS);
            }
            characters.append(source, offset, length);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is held open.
        }

        @Override
        public String toString() {
            return characters.toString();
        }
    }
}
