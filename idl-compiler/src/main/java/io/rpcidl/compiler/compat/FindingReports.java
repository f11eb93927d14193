package io.rpcidl.compiler.compat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Severity;
import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.compat.Element;
import io.rpcidl.schema.compat.Finding;
import io.rpcidl.schema.compat.Level;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Findings as diagnostics, at what they are about, or at the nearest thing around it that is still there. */
public final class FindingReports {

    private final Schema schema;
    private final SchemaDescriptor older;
    private final Map<String, Span> packages;
    private final Span nowhere;

    /**
     * Reports on one comparison.
     *
     * @param schema the newer one
     * @param older what it was compared with
     * @param packages where each source, by its path, declares its package
     * @param nowhere the place of what has none
     */
    public FindingReports(Schema schema, SchemaDescriptor older, Map<String, Span> packages, Span nowhere) {
        this.schema = schema;
        this.older = older;
        this.packages = packages;
        this.nowhere = nowhere;
    }

    /** The diagnostic of a finding: an error when it reaches as far as the failing level or farther, else a warning. */
    public Diagnostic diagnostic(Finding finding, Level failing) {
        String message =
                finding.kind().title() + ": " + Quote.of(finding.element().text()) + forms(finding) + " ("
                        + finding.kind().id() + ")";
        Diagnostic diagnostic = Diagnostic.of(code(finding.level()), span(finding.element()), message)
                .severity(finding.level().atLeast(failing) ? Severity.ERROR : Severity.WARNING);
        return finding.level() == Level.DOC
                ? diagnostic
                : diagnostic.help(help(finding.kind().remedy()));
    }

    /** The remedy as messages say things: from a lower case letter on, and without its last stop. */
    private static String help(String remedy) {
        String clause = Character.toLowerCase(remedy.charAt(0)) + remedy.substring(1);
        return clause.endsWith(".") ? clause.substring(0, clause.length() - 1) : clause;
    }

    private static String forms(Finding finding) {
        String before = finding.older();
        String after = finding.newer();
        if (before == null) {
            return after == null ? "" : ", now " + Quote.of(after);
        }
        return after == null ? ", was " + Quote.of(before) : ", was " + Quote.of(before) + ", now " + Quote.of(after);
    }

    private static Code code(Level level) {
        return switch (level) {
            case WIRE -> Code.WIRE_CHANGE;
            case SEMANTIC -> Code.SEMANTIC_CHANGE;
            case SOURCE -> Code.SOURCE_CHANGE;
            case DOC -> Code.DOC_CHANGE;
        };
    }

    /** Where an element is, or was. */
    public Span span(Element element) {
        Definition definition = definition(element.definition());
        if (definition == null) {
            return packageOf(element.definition());
        }
        Element.Member member = element.member();
        Span found = member == null ? null : member(definition, member, element.part());
        return found == null ? definition.span() : found;
    }

    private @Nullable Definition definition(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? null
                : schema.definitions().get(new QualifiedName(name.substring(0, dot), name.substring(dot + 1)));
    }

    /** The package of something that is gone: that of the file which held it, else of any file in its package. */
    private Span packageOf(String name) {
        for (FileSchema file : older.files()) {
            boolean held = name.startsWith(file.packageName() + ".");
            Span span = held ? packages.get(file.path()) : null;
            if (span != null
                    && file.definitions().stream()
                            .anyMatch(definition ->
                                    name.equals(file.packageName() + "." + DefinitionNames.of(definition)))) {
                return span;
            }
        }
        int dot = name.lastIndexOf('.');
        for (String packageName : dot < 0 ? List.of(name) : List.of(name, name.substring(0, dot))) {
            String folder = packageName.replace('.', '/') + "/";
            for (Map.Entry<String, Span> file : packages.entrySet()) {
                String path = file.getKey();
                if (path.startsWith(folder) && path.indexOf('/', folder.length()) < 0) {
                    return file.getValue();
                }
            }
        }
        return nowhere;
    }

    private static @Nullable Span member(Definition definition, Element.Member member, Element.@Nullable Member part) {
        int number = member.number();
        if (definition instanceof Struct struct) {
            return find(struct.fields(), Field::number, Field::span, number);
        }
        if (definition instanceof DeclaredError error) {
            return find(error.fields(), Field::number, Field::span, number);
        }
        if (definition instanceof Enumeration enumeration) {
            return find(enumeration.values(), EnumValue::number, EnumValue::span, number);
        }
        if (definition instanceof Union union) {
            return find(union.variants(), Variant::number, Variant::span, number);
        }
        if (!(definition instanceof Service service)) {
            return null;
        }
        Span method = find(service.methods(), Method::number, Method::span, number);
        if (part == null || part.role() != Element.Role.PARAMETER) {
            return method;
        }
        for (Method each : service.methods()) {
            Span span =
                    each.number() == number ? find(each.parameters(), Field::number, Field::span, part.number()) : null;
            if (span != null) {
                return span;
            }
        }
        return method;
    }

    private static <T> @Nullable Span find(
            List<T> members, ToIntFunction<T> number, Function<T, Span> span, int wanted) {
        return members.stream()
                .filter(member -> number.applyAsInt(member) == wanted)
                .map(span)
                .findFirst()
                .orElse(null);
    }
}
