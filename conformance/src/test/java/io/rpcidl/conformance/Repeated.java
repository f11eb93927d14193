package io.rpcidl.conformance;

import java.util.ArrayList;
import java.util.List;

/** A text, part of which stands there many times: how large messages stay short in a file. */
final class Repeated {

    private final List<Part> parts;

    private Repeated(List<Part> parts) {
        this.parts = parts;
    }

    private record Part(String text, int times) {}

    static Repeated of(String text) {
        return new Repeated(List.of(new Part(text, 1)));
    }

    Repeated then(String text) {
        return then(text, 1);
    }

    Repeated then(String text, int times) {
        List<Part> longer = new ArrayList<>(parts);
        Part last = parts.get(parts.size() - 1);
        if (times == 1 && last.times == 1) {
            longer.set(parts.size() - 1, new Part(last.text + text, 1));
        } else if (times > 0 && !text.isEmpty()) {
            longer.add(new Part(text, times));
        }
        return new Repeated(List.copyOf(longer));
    }

    Repeated then(Repeated other) {
        Repeated all = this;
        for (Part part : other.parts) {
            all = all.then(part.text, part.times);
        }
        return all;
    }

    /** Whether nothing stands there more than once. */
    boolean plain() {
        return parts.size() == 1;
    }

    /** The whole text; only for short ones. */
    String whole() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text.repeat(part.times)));
        return text.toString();
    }

    /** As the README of the vectors tells: a string, or an array of strings and {@code {"repeat": [text, times]}}. */
    String json() {
        if (plain()) {
            return Json.quoted(parts.get(0).text);
        }
        List<String> written = new ArrayList<>();
        for (Part part : parts) {
            if (part.times > 1) {
                written.add("{\"repeat\": [" + Json.quoted(part.text) + ", " + part.times + "]}");
            } else if (!part.text.isEmpty()) {
                written.add(Json.quoted(part.text));
            }
        }
        return "[" + String.join(", ", written) + "]";
    }
}
