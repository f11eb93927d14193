package io.rpcidl.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What a run has read. Size and time of the last change stand for the content of a file, so that a build in which nothing
 * changed need not read everything again; where either is another one, the content is compared.
 *
 * @param digests of the content, by location
 * @param stamps size and time of the files that had them before they were read, by location; not of entries of jars, nor of
 *     files that were changed so lately that a later change could have the same time
 */
record Inputs(SortedMap<String, String> digests, SortedMap<String, String> stamps) {

    /** Times of file systems are this coarse at most. */
    private static final long GRAIN_MILLIS = 2_000;

    /** Nothing was read. */
    static Inputs none() {
        return new Inputs(new TreeMap<>(), new TreeMap<>());
    }

    /** The stamps of files, to be taken before they are read. */
    static SortedMap<String, String> stamps(Collection<String> locations) {
        long certain = System.currentTimeMillis() - GRAIN_MILLIS;
        SortedMap<String, String> stamps = new TreeMap<>();
        for (String location : locations) {
            String stamp = stamp(location, certain);
            if (!stamp.isEmpty()) {
                stamps.put(location, stamp);
            }
        }
        return stamps;
    }

    /** The digests of the files whose stamps are still what they were. */
    Map<String, String> unchanged(Map<String, String> now) {
        Map<String, String> unchanged = new HashMap<>();
        digests.forEach((location, digest) -> {
            String stamp = stamps.get(location);
            if (stamp != null && stamp.equals(now.get(location))) {
                unchanged.put(location, digest);
            }
        });
        return unchanged;
    }

    /** Size and time of a file that was changed before a time in milliseconds, else nothing. */
    private static String stamp(String location, long certain) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(Path.of(location), BasicFileAttributes.class);
            boolean usable =
                    attributes.isRegularFile() && attributes.lastModifiedTime().toMillis() < certain;
            return usable
                    ? attributes.size() + ":" + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)
                    : "";
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }
}
