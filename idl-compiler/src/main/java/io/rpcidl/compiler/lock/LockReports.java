package io.rpcidl.compiler.lock;

import io.rpcidl.compiler.compat.FindingReports;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.compat.Element;
import io.rpcidl.schema.compat.Finding;
import io.rpcidl.schema.compat.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lock files say about the sources beside them. */
public final class LockReports {

    private final Locks locks;
    private final SchemaDescriptor newer;
    private final FindingReports places;
    private final Set<String> accepted;
    private final Diagnostics diagnostics;

    /**
     * Reports on one compilation.
     *
     * @param accepted the names of definitions, or of their members, whose breaking changes are wanted
     */
    public LockReports(
            Locks locks, SchemaDescriptor newer, FindingReports places, Set<String> accepted, Diagnostics diagnostics) {
        this.locks = locks;
        this.newer = newer;
        this.places = places;
        this.accepted = Set.copyOf(accepted);
        this.diagnostics = diagnostics;
    }

    /** Numbers that were given up and are used again. */
    public void retired() {
        for (Locks.Retired retired : locks.retired(newer)) {
            Span span = places.span(element(retired));
            if (!accepts(retired.definition(), name(retired.now()))) {
                String what = retired.part() < 0 ? "the number " + retired.number() : "the number " + retired.part();
                diagnostics.add(Diagnostic.of(
                                Code.RETIRED_NUMBER,
                                span,
                                what + " was given up by " + Quote.of(retired.before())
                                        + "; take one that was never used")
                        .label(retired.line(), "given up here")
                        .help("programs and stored values may know the number with its old meaning"));
            }
        }
    }

    private static Element element(Locks.Retired retired) {
        Element.Member member = new Element.Member(Element.Role.FIELD, name(retired.now()), retired.number());
        Element.Member part =
                retired.part() < 0 ? null : new Element.Member(Element.Role.PARAMETER, "", retired.part());
        return new Element(retired.definition(), member, part);
    }

    private static String name(String content) {
        int blank = content.indexOf(' ');
        return blank < 0 ? content : content.substring(0, blank);
    }

    /** Changes of the given level and beyond, as errors. */
    public void breaking(List<Finding> findings, Level level) {
        Set<String> told = new HashSet<>();
        locks.retired(newer).forEach(retired -> told.add(key(element(retired))));
        for (Finding finding : findings) {
            Element.Member member = finding.element().member();
            boolean wanted = accepts(finding.element().definition(), member == null ? "" : member.name());
            if (finding.level().atLeast(level) && !wanted && !told.contains(key(finding.element()))) {
                Diagnostic diagnostic = places.diagnostic(finding, level);
                Span line = locks.line(finding.element());
                diagnostics.add(line == null ? diagnostic : diagnostic.label(line, "locked here"));
            }
        }
    }

    private static String key(Element element) {
        Element.Member member = element.member();
        Element.Member part = element.part();
        return element.definition() + "/" + (member == null ? -1 : member.number()) + "/"
                + (part == null ? -1 : part.number());
    }

    private boolean accepts(String definition, String member) {
        return accepted.contains(definition) || accepted.contains(definition + "." + member);
    }

    /** Lock files that lack something. */
    public void outOfDate(Map<String, Lock> updated, Map<String, Span> packages) {
        updated.forEach((path, lock) -> {
            String text = locks.text(path);
            Span span = packages.get(path);
            if (span != null && !lock.text().equals(text)) {
                String message = text == null
                        ? "the source has no lock file, unlike others beside it"
                        : "the lock file of the source is out of date";
                diagnostics.add(Diagnostic.of(Code.LOCK_OUT_OF_DATE, span, message)
                        .help("run `rpcidl lock` and commit what it writes"));
            }
        });
    }

    /** Lock files whose source is gone. */
    public void withoutSource() {
        for (SourceFile file : locks.withoutSource(newer)) {
            diagnostics.add(Diagnostic.of(
                            Code.LOCK_WITHOUT_SOURCE, new Span(file, 0, 0), "the source of this lock file is gone")
                    .help("its numbers stay known as long as the file is there; delete it when no program and no stored"
                            + " value knows them any more"));
        }
    }
}
