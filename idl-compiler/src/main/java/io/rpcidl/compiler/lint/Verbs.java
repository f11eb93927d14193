package io.rpcidl.compiler.lint;

import java.util.List;
import java.util.regex.Pattern;

/** Words with which names of methods start. */
final class Verbs {

    private final Pattern pattern;

    Verbs(List<String> verbs) {
        pattern = Pattern.compile("(" + String.join("|", verbs) + ")([A-Z0-9_].*)?");
    }

    /** Whether a name is one of them, or goes on behind one of them with another word. */
    boolean start(String name) {
        return pattern.matcher(name).matches();
    }
}
