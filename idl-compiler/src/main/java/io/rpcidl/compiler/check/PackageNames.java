package io.rpcidl.compiler.check;

import io.rpcidl.compiler.source.SourceFile;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which packages can be folders on any platform. */
final class PackageNames {

    /** The longest name, in characters. */
    static final int MAX_LENGTH = 200;

    private static final Pattern SEGMENT = Pattern.compile("[a-z][a-z0-9_]*");
    /** Windows has devices instead of folders with these names. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private PackageNames() {}

    static boolean isSegment(String text) {
        return SEGMENT.matcher(text).matches() && !isDevice(text);
    }

    /** The folder of a source below its root. */
    static String folder(SourceFile source) {
        return source.path().substring(0, Math.max(0, source.path().lastIndexOf('/')));
    }

    /** The package that the folder of a source stands for, or null when it can't stand for one. */
    static @Nullable String ofFolder(SourceFile source) {
        String folder = folder(source);
        for (String segment : folder.split("/", -1)) {
            if (!isSegment(segment)) {
                return null;
            }
        }
        return folder.length() > MAX_LENGTH ? null : folder.replace('/', '.');
    }

    /** Whether Windows has a device instead of a folder with the name, in whatever case. */
    static boolean isDevice(String text) {
        return DEVICE.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }
}
