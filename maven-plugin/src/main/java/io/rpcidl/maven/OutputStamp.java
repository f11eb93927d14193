package io.rpcidl.maven;

import io.rpcidl.compiler.RpcidlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The state of a generated file, by which an edit is noticed. Tens of thousands of files are looked at in each build, so
 * size and time of the last change stand for the content; when either is another one, the compiler compares the content.
 * A file that was changed so lately that a later change could have the same time is known by its digest instead.
 *
 * @param path below the output folder
 * @param size in bytes
 * @param mark the time of the last change in nanoseconds, or the digest of the content
 */
record OutputStamp(String path, long size, String mark) {

    private static final String DIGEST = "sha256:";

    /**
     * The state of files.
     *
     * @param now what the file system takes for now, before the files are looked at
     */
    static List<OutputStamp> of(List<Path> files, Path folder, FileTime now) throws IOException {
        List<OutputStamp> stamps = new ArrayList<>(files.size());
        for (Path file : files) {
            BasicFileAttributes attributes = attributes(file);
            boolean certain = attributes.lastModifiedTime().compareTo(now) < 0;
            String mark = certain ? time(attributes) : digest(file);
            stamps.add(new OutputStamp(folder.relativize(file).toString(), attributes.size(), mark));
        }
        return stamps;
    }

    /** Whether the file is still as it was. */
    boolean holds(Path folder) {
        try {
            Path file = folder.resolve(path);
            BasicFileAttributes attributes = attributes(file);
            return attributes.isRegularFile()
                    && attributes.size() == size
                    && mark.equals(mark.startsWith(DIGEST) ? digest(file) : time(attributes));
        } catch (IOException e) {
            return false;
        }
    }

    String line() {
        return size + " " + mark + " " + Line.escape(path);
    }

    static OutputStamp parse(String line) {
        String rest = Line.after(line, ' ');
        long size = Long.parseLong(Line.before(line, ' '));
        return new OutputStamp(Line.unescape(Line.after(rest, ' ')), size, Line.before(rest, ' '));
    }

    private static String time(BasicFileAttributes attributes) {
        return Long.toString(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    private static String digest(Path file) throws IOException {
        return DIGEST + RpcidlCompiler.digest(file);
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
