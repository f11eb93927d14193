package io.rpcidl.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the exit codes of every command mean. */
final class ExitCode {

    /** All went well; warnings don't count. */
    static final int FINE = 0;

    /** The sources have errors, or something else that the command was asked to find. */
    static final int FINDINGS = 1;

    /** The command line is wrong, or a file can't be read or written. */
    static final int TROUBLE = 2;

    private ExitCode() {}

    /** For the help texts. */
    static Map<String, String> explained() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(Integer.toString(FINE), "fine; warnings don't count");
        codes.put(Integer.toString(FINDINGS), "findings");
        codes.put(Integer.toString(TROUBLE), "wrong use, or a file that can't be read or written");
        return codes;
    }
}
