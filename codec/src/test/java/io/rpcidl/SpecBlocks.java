package io.rpcidl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** The blocks of octets in wire-spec.md, each by the name behind {@code hex}, without the comments. */
public final class SpecBlocks {

    /** The text, from the folder of a module. */
    public static final Path SPEC = Path.of("..", "wire-spec.md");

    private static final Pattern BLOCK = Pattern.compile("```hex (\\w+)\n(.*?)```", Pattern.DOTALL);

    private SpecBlocks() {}

    /** A block: its name and its octets. */
    public record Block(String name, byte[] octets) {}

    /** All blocks in the order of the text. */
    public static List<Block> all() {
        try {
            return BLOCK.matcher(Files.readString(SPEC))
                    .results()
                    .map(block -> new Block(block.group(1), octets(block.group(2))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The octets of the one block with this name. */
    public static byte[] octets(List<Block> blocks, String name) {
        List<Block> named =
                blocks.stream().filter(block -> block.name().equals(name)).toList();
        if (named.size() != 1) {
            throw new IllegalStateException("wire-spec.md has " + named.size() + " blocks named " + name);
        }
        return named.get(0).octets();
    }

    private static byte[] octets(String text) {
        return HexFormat.of().parseHex(text.replaceAll("#.*", "").replaceAll("\\s", ""));
    }
}
