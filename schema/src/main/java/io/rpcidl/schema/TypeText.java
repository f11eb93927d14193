package io.rpcidl.schema;

/** The parser of a type's text. It reads one text once. */
final class TypeText {

    private final String text;
    private int position;
    private int depth;

    TypeText(String text) {
        this.text = text;
    }

    TypeName parse() {
        TypeName type = type();
        if (position < text.length()) {
            throw malformed("the type ends before it");
        }
        return type;
    }

    private TypeName type() {
        int start = position;
        while (position < text.length() && Names.isPart(text.charAt(position))) {
            position++;
        }
        String word = text.substring(start, position);
        if (position < text.length() && text.charAt(position) == '<') {
            return collection(word, start);
        }
        ScalarType scalar = ScalarType.of(word);
        if (scalar != null) {
            return new TypeName.Of(scalar);
        }
        if (!Names.isQualified(word)) {
            position = start;
            throw malformed("a type is a word of the language, or the full name of a definition");
        }
        return new TypeName.Reference(word);
    }

    private TypeName collection(String word, int start) {
        if (++depth > TypeName.MAXIMUM_DEPTH) {
            throw malformed("brackets nest at most " + TypeName.MAXIMUM_DEPTH + " deep");
        }
        position++;
        TypeName type = switch (word) {
            case "list" -> new TypeName.ListOf(type());
            case "set" -> new TypeName.SetOf(type());
            case "map" -> {
                TypeName key = type();
                expect(',');
                yield new TypeName.MapOf(key, type());
            }
            default -> {
                position = start;
                throw malformed("only list, set and map have brackets");
            }
        };
        expect('>');
        depth--;
        return type;
    }

    private void expect(char expected) {
        if (position >= text.length() || text.charAt(position) != expected) {
            throw malformed("'" + expected + "' is expected");
        }
        position++;
    }

    private InvalidDescriptorException malformed(String why) {
        return new InvalidDescriptorException(
                "the type " + Names.quoted(text) + " is malformed at character " + (position + 1) + ": " + why);
    }
}
