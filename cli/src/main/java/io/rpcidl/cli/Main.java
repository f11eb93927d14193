package io.rpcidl.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The program {@code rpcidl}. Findings, documents and help that was asked for go to standard output; why a command could
 * not run goes to standard error. Both are UTF-8 with LF at line ends on every platform.
 */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process: 0 is fine, 1 is findings, 2 is wrong use or unreadable input. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, stream(FileDescriptor.out), stream(FileDescriptor.err)));
    }

    /** Runs one command in the current folder and returns its exit code. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        Session session = new Session(System.in, out, err, Path.of(""), System.getenv(), Main::hasTerminal);
        int code = new CommandLineTool(session).run(arguments);
        err.flush();
        // flushes too; a reader that went away or a full disk must not look like success
        if (out.checkError()) {
            err.println("rpcidl: standard output can't be written");
            err.flush();
            return ExitCode.TROUBLE;
        }
        return code;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("SystemConsoleNull") // the property gives JDK 22 and later the console that may be null
    private static boolean hasTerminal() {
        // JDK 22 to 24 have another console by default, which is slow to start and there even without a terminal
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }
}
