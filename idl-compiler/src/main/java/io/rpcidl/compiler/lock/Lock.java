package io.rpcidl.compiler.lock;

import io.rpcidl.compiler.source.SourceFile;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one lock file says.
 *
 * @param path of the source that it locks, below its root: {@code shop/orders/v1/orders.rpcidl}
 * @param packageName the package of the source
 * @param javaPackage the Java package, or null when it is the package
 * @param lines by what they are about
 * @param file the text that was read, or null when the lock is made from a source
 */
public record Lock(
        String path,
        String packageName,
        @Nullable String javaPackage,
        SortedMap<LockKey, LockLine> lines,
        @Nullable SourceFile file) {

    /** What the name of a lock file adds to that of its source. */
    public static final String EXTENSION = ".lock";

    static final String HEADER = "rpcidl-lock ";
    static final int VERSION = 1;

    private static final String NOTE =
            "# Every number that the source ever used. Written by `rpcidl lock`: commit it, don't edit it.\n";

    public Lock {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** The text of the lock file. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER + VERSION + "\n" + NOTE);
        text.append("package ").append(packageName);
        if (javaPackage != null) {
            text.append(" java ").append(javaPackage);
        }
        text.append('\n');
        lines.values().forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    /** The same with other lines. */
    Lock with(SortedMap<LockKey, LockLine> others) {
        return new Lock(path, packageName, javaPackage, others, file);
    }
}
