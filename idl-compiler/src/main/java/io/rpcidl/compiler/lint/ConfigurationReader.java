package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.NearestName;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.lint.LintConfiguration.Setting;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.SourceReader;
import io.rpcidl.compiler.source.Span;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a configuration; each that is wrong is reported and left out. */
final class ConfigurationReader {

    private static final Pattern LINE = Pattern.compile("[^\r\n]+");
    private static final Pattern SETTING = Pattern.compile("\\s*([^=\\s]+)\\s*=\\s*(.*?)\\s*");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private final Diagnostics diagnostics;
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    ConfigurationReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Map<String, Setting> read(Path file) {
        String name = file.toString().replace(file.getFileSystem().getSeparator(), "/");
        SourceReader.Outcome read = SourceReader.read(name, name, file);
        SourceReader.Problem problem = read.problem();
        if (problem != null) {
            report(problem.span(), "the configuration of lint can't be read: " + what(problem.kind()));
            return Map.of();
        }
        Matcher line = LINE.matcher(read.file().text());
        while (line.find()) {
            String text = line.group().strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                readLine(new Span(read.file(), line.start(), line.end()));
            }
        }
        return settings;
    }

    private void readLine(Span line) {
        Matcher setting = SETTING.matcher(line.text());
        if (!setting.matches()) {
            report(line, "this line sets nothing; write `rule = on` or `rule = off`");
            return;
        }
        SourceFile file = line.file();
        Span name = new Span(file, line.start() + setting.start(1), line.start() + setting.end(1));
        Span value = new Span(file, line.start() + setting.start(2), line.start() + setting.end(2));
        LintRule rule = LintRules.named(name.text());
        if (rule == null) {
            unknown(name);
            return;
        }
        Setting read = setting(rule, value.text());
        if (read == null) {
            String number = rule.defaultNumber() > 0 ? ", or a number from 1 to 999999" : "";
            String written = value.text().isEmpty() ? "nothing" : Quote.of(value.text());
            String message = written + " is no setting of " + Quote.of(rule.name());
            report(value, message + "; write `on` or `off`" + number);
        } else if (settings.putIfAbsent(rule.name(), read) != null) {
            report(name, Quote.of(rule.name()) + " is set twice; remove one of the lines");
        }
    }

    private static @Nullable Setting setting(LintRule rule, String value) {
        if (value.equals("on") || value.equals("off")) {
            return new Setting(value.equals("on"), null);
        }
        boolean number = rule.defaultNumber() > 0 && NUMBER.matcher(value).matches();
        return number ? new Setting(true, Integer.valueOf(value)) : null;
    }

    private void unknown(Span name) {
        Diagnostic unknown = error(name, "lint has no rule " + Quote.of(name.text()));
        diagnostics.add(NearestName.of(name.text(), LintRules.names())
                .map(nearest -> unknown.help("did you mean " + Quote.of(nearest.name()) + "?"))
                .orElse(unknown.help("docs/lint.md lists the rules")));
    }

    private static String what(SourceReader.Kind kind) {
        return switch (kind) {
            case UNREADABLE -> "it does not exist, or is no readable file";
            case TOO_LARGE -> "it is larger than 1 MiB";
            case NOT_UTF8 -> "it is not UTF-8; save it as UTF-8";
            case BYTE_ORDER_MARK -> "it starts with a byte order mark; save it without one";
            case NUL -> "it holds a NUL character; remove it";
        };
    }

    private void report(Span span, String message) {
        diagnostics.add(error(span, message));
    }

    private static Diagnostic error(Span span, String message) {
        return Diagnostic.of(Code.LINT_CONFIGURATION, span, message);
    }
}
