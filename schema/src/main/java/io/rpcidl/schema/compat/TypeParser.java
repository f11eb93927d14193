package io.rpcidl.schema.compat;

/** Takes the text of a type apart. */
final class TypeParser {

    /** As deep as the language nests brackets. */
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    TypeParser(String text) {
        this.text = text;
    }

    TypeForm parse() {
        TypeForm form = type(0);
        if (at != text.length()) {
            throw malformed();
        }
        return form;
    }

    private TypeForm type(int depth) {
        if (depth > DEEPEST) {
            throw malformed();
        }
        int start = at;
        while (at < text.length() && "<>,".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            throw malformed();
        }
        if (at == text.length() || text.charAt(at) != '<') {
            return TypeForm.SCALARS.contains(word) ? new TypeForm.Scalar(word) : new TypeForm.Reference(word);
        }
        at++;
        TypeForm first = type(depth + 1);
        switch (word) {
            case "list" -> {
                expect('>');
                return new TypeForm.ListOf(first);
            }
            case "set" -> {
                expect('>');
                return new TypeForm.SetOf(first);
            }
            case "map" -> {
                expect(',');
                TypeForm value = type(depth + 1);
                expect('>');
                return new TypeForm.MapOf(first, value);
            }
            default -> throw malformed();
        }
    }

    private void expect(char wanted) {
        if (at == text.length() || text.charAt(at) != wanted) {
            throw malformed();
        }
        at++;
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("a descriptor spells a type as no type is spelled, at character " + at);
    }
}
