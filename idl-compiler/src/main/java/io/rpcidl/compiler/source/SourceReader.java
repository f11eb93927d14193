package io.rpcidl.compiler.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads sources strictly: UTF-8 without a byte order mark, without NUL, at most {@value #MAX_BYTES} bytes. */
public final class SourceReader {

    /** The largest source, in bytes: 1 MiB. */
    public static final int MAX_BYTES = 1 << 20;

    private SourceReader() {}

    /**
     * What reading came to.
     *
     * @param file the source, as far as it could be read
     * @param problem what is wrong with it, or null
     */
    public record Outcome(SourceFile file, @Nullable Problem problem) {}

    /**
     * Why a source can't be used.
     *
     * @param kind what is wrong
     * @param span where
     */
    public record Problem(Kind kind, Span span) {}

    /** The ways in which a source can be unusable before its first word is looked at. */
    public enum Kind {
        /** It can't be opened or read. */
        UNREADABLE,
        /** It has more than {@value #MAX_BYTES} bytes. */
        TOO_LARGE,
        /** Its bytes are not UTF-8. */
        NOT_UTF8,
        /** It starts with a byte order mark. */
        BYTE_ORDER_MARK,
        /** It holds a NUL character. */
        NUL
    }

    /** Where the bytes of a source come from. */
    @FunctionalInterface
    public interface Content {

        /** Opens the source at its first byte. */
        InputStream open() throws IOException;
    }

    /**
     * Reads a regular file. Reads at most one byte more than the limit, whatever size the file claims.
     *
     * @param path the path below its import root, with {@code /}
     * @param location how the user knows it
     * @param file where it is
     */
    public static Outcome read(String path, String location, Path file) {
        return read(path, location, () -> Files.newInputStream(file));
    }

    /** Reads a source from anywhere, at most one byte more than the limit. */
    public static Outcome read(String path, String location, Content content) {
        SourceFile empty = new SourceFile(path, location, "");
        byte[] bytes;
        try (InputStream in = content.open()) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            return new Outcome(empty, new Problem(Kind.UNREADABLE, new Span(empty, 0, 0)));
        }
        if (bytes.length > MAX_BYTES) {
            return new Outcome(empty, new Problem(Kind.TOO_LARGE, new Span(empty, 0, 0)));
        }
        return decode(path, location, bytes);
    }

    /** Decodes the bytes of a source. */
    public static Outcome decode(String path, String location, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            int end = text.length();
            SourceFile file = new SourceFile(path, location, text + "\uFFFD");
            return new Outcome(file, new Problem(Kind.NOT_UTF8, new Span(file, end, end + 1)));
        }
        SourceFile file = new SourceFile(path, location, text.toString());
        if (file.text().startsWith("\uFEFF")) {
            return new Outcome(file, new Problem(Kind.BYTE_ORDER_MARK, new Span(file, 0, 1)));
        }
        int nul = file.text().indexOf('\0');
        if (nul >= 0) {
            return new Outcome(file, new Problem(Kind.NUL, new Span(file, nul, nul + 1)));
        }
        return new Outcome(file, null);
    }
}
