package io.rpcidl.compiler.generate.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How names of a schema become names in Java.
 *
 * <p>Words are joined the way Java does it ({@code placed_at} and {@code placedAt} both become {@code placedAt}). A name
 * that Java or generated code needs for itself gets a word appended that says what the thing is: a field {@code class}
 * becomes {@code classField}. What becomes of a name depends on the name and on the kind of thing alone, so it never
 * changes because something else was added.
 */
final class JavaNames {

    private JavaNames() {}

    static String type(String name) {
        return escape(upperCamel(name), ReservedWords.TYPES, "Type");
    }

    static String field(String name) {
        return escape(lowerCamel(name), ReservedWords.FIELDS, "Field");
    }

    static String parameter(String name) {
        return escape(lowerCamel(name), ReservedWords.FIELDS, "Parameter");
    }

    static String method(String name) {
        return escape(lowerCamel(name), ReservedWords.METHODS, "Method");
    }

    /** The component of a variant's record. */
    static String variant(String name) {
        return escape(lowerCamel(name), ReservedWords.FIELDS, "Variant");
    }

    /** The record of a variant. */
    static String variantType(String name) {
        return "Of" + upperCamel(lowerCamel(name));
    }

    static String enumConstant(String name) {
        return escape(upperSnake(name), ReservedWords.ENUM_CONSTANTS, "_VALUE");
    }

    static String constant(String name) {
        return upperSnake(name);
    }

    /** The record of a method's parameters. */
    static String parametersType(String method) {
        return upperCamel(lowerCamel(method)) + "Parameters";
    }

    /** The class of a file's constants: {@code shop/orders/v1/orders.rpcidl} has {@code OrdersConstants}. */
    static String constantsType(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        String stem = (dot < 0 ? file : file.substring(0, dot)).replaceAll("[^A-Za-z0-9_]", "_");
        String name = upperCamel(stem) + "Constants";
        return Character.isLetter(name.charAt(0)) ? name : "File" + name;
    }

    /** A package, its words that are no identifiers in Java escaped. */
    static String packageName(String name) {
        return Stream.of(name.split("\\.", -1))
                .map(segment -> escape(segment, ReservedWords.KEYWORDS, "Package"))
                .collect(Collectors.joining("."));
    }

    /** The name, or the name with as many suffixes as it takes to be none of those taken; then it is taken itself. */
    static String unique(String name, String suffix, Set<String> taken) {
        String free = name;
        while (!taken.add(free)) {
            free += suffix;
        }
        return free;
    }

    static String upperSnake(String name) {
        return String.join("_", words(name)).toUpperCase(Locale.ROOT);
    }

    private static String lowerCamel(String name) {
        String camel = upperCamel(name);
        int underscore = name.indexOf('_');
        int limit = underscore < 0 ? camel.length() : underscore; // of the first word: names start with a letter
        int upper = 0;
        while (upper < limit && Character.isUpperCase(camel.charAt(upper))) {
            upper++;
        }
        if (Character.isLowerCase(name.charAt(0))) {
            upper = Math.min(1, upper); // written in lower case: only the first letter is ours
        }
        boolean acronym = upper > 1 && upper < limit && Character.isLowerCase(camel.charAt(upper));
        int lowered = acronym ? upper - 1 : upper;
        return camel.substring(0, lowered).toLowerCase(Locale.ROOT) + camel.substring(lowered);
    }

    private static String upperCamel(String name) {
        boolean shouted = name.indexOf('_') >= 0 && name.equals(name.toUpperCase(Locale.ROOT));
        return Stream.of(name.split("_", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT)
                        + (shouted ? part.substring(1).toLowerCase(Locale.ROOT) : part.substring(1)))
                .collect(Collectors.joining());
    }

    /** Splits at underscores and where a lower-case letter or a digit is followed by an upper-case letter. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String part : name.split("_", -1)) {
            int start = 0;
            for (int i = 1; i < part.length(); i++) {
                boolean hump = Character.isUpperCase(part.charAt(i)) && !Character.isUpperCase(part.charAt(i - 1));
                boolean lastOfAcronym = Character.isUpperCase(part.charAt(i))
                        && Character.isUpperCase(part.charAt(i - 1))
                        && i + 1 < part.length()
                        && Character.isLowerCase(part.charAt(i + 1));
                if (hump || lastOfAcronym) {
                    words.add(part.substring(start, i));
                    start = i;
                }
            }
            if (start < part.length()) {
                words.add(part.substring(start));
            }
        }
        return words;
    }

    private static String escape(String name, Set<String> reserved, String suffix) {
        return reserved.contains(name) ? name + suffix : name;
    }
}
