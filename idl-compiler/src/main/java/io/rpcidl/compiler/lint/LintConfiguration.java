package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Diagnostics;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rules of lint are on, and the numbers of those that take one. */
public final class LintConfiguration {

    /** The usual name of a file with a configuration. */
    public static final String FILE_NAME = "rpcidl-lint.properties";

    /** Every rule as docs/lint.md says. */
    public static final LintConfiguration DEFAULT = new LintConfiguration(Map.of());

    private final Map<String, Setting> settings;

    LintConfiguration(Map<String, Setting> settings) {
        this.settings = Map.copyOf(settings);
    }

    /**
     * What a file says about one rule.
     *
     * @param number null when it says none
     */
    record Setting(boolean on, @Nullable Integer number) {}

    /**
     * Reads a file of lines like {@code field-name = off} or {@code many-parameters = 6}; rules that it doesn't name are as
     * in {@link #DEFAULT}. Lines that start with {@code #} are comments.
     *
     * @param diagnostics takes an error for each line that says nothing, and when the file can't be read
     */
    public static LintConfiguration read(Path file, Diagnostics diagnostics) {
        return new LintConfiguration(new ConfigurationReader(diagnostics).read(file));
    }

    boolean isOn(LintRule rule) {
        Setting setting = settings.get(rule.name());
        return setting == null ? rule.isOnByDefault() : setting.on();
    }

    int number(LintRule rule) {
        Setting setting = settings.get(rule.name());
        return setting == null || setting.number() == null ? rule.defaultNumber() : setting.number();
    }
}
