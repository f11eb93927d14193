package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.regex.Pattern;

/**
 * How long code is when types are imported: what looks like the package of a type counts for nothing, wherever it stands.
 * Asked for nearly each statement, so it looks for packages only in what can have one.
 */
final class CodeWidth {

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z][\\w]*\\.)+(?=[A-Z])");

    private CodeWidth() {}

    static int of(Code code) {
        int width = 0;
        char before = ' ';
        for (Object part : code.parts()) {
            if (part instanceof String text) {
                if (!plain(text)) {
                    return withoutPackages(code.toString());
                }
                width += text.length();
                before = text.charAt(text.length() - 1);
            } else if (part instanceof TypeName type) {
                if (word(before) || before == '.') {
                    return withoutPackages(code.toString());
                }
                width += of(type);
                before = 'T';
            } else {
                return withoutPackages(code.toString());
            }
        }
        return width;
    }

    private static int withoutPackages(String text) {
        return PACKAGE.matcher(text).replaceAll("").length();
    }

    private static int of(TypeName type) {
        if (type instanceof ClassName name && !name.isAnnotated() && plainPackage(name.packageName())) {
            int width = -1;
            for (String simple : name.simpleNames()) {
                if (!upper(simple.charAt(0))) {
                    return withoutPackages(type.toString());
                }
                width += simple.length() + 1;
            }
            return width;
        }
        return withoutPackages(type.toString());
    }

    /** Whether a text is one line and holds nothing that looks like a package before a type. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '.' && i + 1 < text.length() && upper(text.charAt(i + 1)) && lowerWord(text, i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word that ends in front of the place begins with a small letter. */
    private static boolean lowerWord(String text, int end) {
        int start = end;
        while (start > 0 && word(text.charAt(start - 1))) {
            start--;
        }
        return start < end && lower(text.charAt(start));
    }

    private static boolean plainPackage(String name) {
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (start ? !lower(c) : !word(c) && c != '.') {
                return false;
            }
            start = c == '.';
        }
        return true;
    }

    private static boolean word(char c) {
        return lower(c) || upper(c) || (c >= '0' && c <= '9') || c == '_';
    }

    private static boolean lower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
