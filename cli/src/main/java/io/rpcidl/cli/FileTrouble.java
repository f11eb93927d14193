package io.rpcidl.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says what is wrong with a file. */
final class FileTrouble {

    private FileTrouble() {}

    /** One sentence that names the file where it is known. */
    static String message(IOException trouble) {
        if (trouble instanceof FileSystemException about && about.getFile() != null) {
            return Words.quote(about.getFile()) + " " + reason(about);
        }
        String message = trouble.getMessage();
        return "a file can't be read or written: "
                + Words.quote(message == null ? trouble.getClass().getSimpleName() : message);
    }

    private static String reason(FileSystemException trouble) {
        if (trouble instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (trouble instanceof AccessDeniedException) {
            return "can't be accessed; check its permissions";
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return "exists already";
        }
        String reason = trouble.getReason();
        return "can't be read or written: "
                + Words.quote(reason == null ? trouble.getClass().getSimpleName() : reason);
    }
}
