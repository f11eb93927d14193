package io.rpcidl.compiler;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source files that a section of a Markdown page shows: blocks that start with a comment naming their path. */
record ShownFiles(Map<String, String> byPath) {

    private static final Pattern BLOCK = Pattern.compile("```rpcidl\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PATH =
            Pattern.compile("// (([a-zA-Z0-9_]+/)*[a-zA-Z0-9_]+\\.rpcidl)\n.*", Pattern.DOTALL);

    /** Finds the files; a block without a path or with one that stood before is a mistake of the page. */
    static ShownFiles in(String section) {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(section);
        while (block.find()) {
            Matcher path = PATH.matcher(block.group(1));
            if (!path.matches() || files.put(path.group(1), block.group(1)) != null) {
                throw new AssertionError("a block starts with a comment that names its own path: " + block.group(1));
            }
        }
        return new ShownFiles(files);
    }

    /** Writes them below a folder. */
    Path write(Path root) {
        Sources sources = new Sources(root);
        byPath.forEach((path, text) -> sources.withBytes(path, text.getBytes(StandardCharsets.UTF_8)));
        return root;
    }

    /** What stands below a heading of a page, up to the next one of the same level; empty when there is no such heading. */
    static String section(String page, String heading) {
        int start = page.indexOf("\n## " + heading + "\n");
        if (start < 0) {
            return "";
        }
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    /** The contents of the blocks of one kind. */
    static List<String> blocks(String page, String kind) {
        List<String> blocks = new ArrayList<>();
        Matcher block =
                Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }
}
